#!/bin/sh
# Espera a los servicios de los que depende, prepara la aplicación y cede el sitio al proceso principal.
set -eu

# wait_for NOMBRE HOST PUERTO INTENTOS
wait_for() {
  attempt=1
  until nc -z "$2" "$3"; do
    if [ "$attempt" -ge "$4" ]; then
      echo "$1 no responde en $2:$3 tras $4 intentos." >&2
      exit 1
    fi
    echo "Esperando a $1 ($attempt/$4)..."
    attempt=$((attempt + 1))
    sleep 1
  done
}

if [ -n "${POSTGRES_HOST:-}" ]; then
  wait_for PostgreSQL "$POSTGRES_HOST" "${POSTGRES_PORT:-5432}" 30
fi

# redis://[usuario:clave@]HOST[:PUERTO]/N
if [ -n "${CELERY_BROKER_URL:-}" ]; then
  address=${CELERY_BROKER_URL#*://}
  address=${address%%/*}
  address=${address##*@}
  host=${address%%:*}
  case $address in
    *:*) port=${address##*:} ;;
    *) port=6379 ;;
  esac
  wait_for Redis "$host" "$port" 15
fi

# Solo el servidor web prepara la base de datos: el worker usa la misma imagen.
if [ "${1:-}" = "gunicorn" ]; then
  python manage.py migrate --noinput
  python manage.py collectstatic --noinput
  if [ -n "${DJANGO_SUPERUSER_USERNAME:-}" ]; then
    # Falla si ya existe, y entonces no hay nada que hacer.
    python manage.py createsuperuser --noinput || echo "El administrador ya existe."
  fi
  if [ "${DEBUG:-False}" != "True" ]; then
    python manage.py check --deploy
  fi
fi

exec "$@"
