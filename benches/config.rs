//! `estiba config` beside `docker-compose config` on stacks of growing size: whole processes, interleaved in one run,
//! and the engine alone in process. Ratios of one run are what counts; absolute times of a shared machine are not.
//!
//! Needs the real `docker-compose`: `$DOCKER_COMPOSE`, or on the path.

use estiba::compose::load::{Options, load};
use estiba::text::path::FilePath;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Numbers of services, each with the number of rounds that keeps the whole run under a few minutes.
const SIZES: [(usize, usize); 4] = [(10, 15), (100, 11), (1000, 7), (5000, 3)];

fn main() -> Result<(), Box<dyn Error>> {
    let peer = std::env::var("DOCKER_COMPOSE").unwrap_or_else(|_| "docker-compose".to_owned());
    let folder = std::env::temp_dir().join(format!("estiba-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    println!("services    estiba ms  docker-compose ms    ratio   in process ms    ratio");
    for (services, rounds) in SIZES {
        let text = stack(services)?;
        std::fs::write(folder.join("compose.yaml"), &text)?;
        println!("{services:>8} {}", measure(&text, &folder, &peer, rounds)?);
    }
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

/// One line of the table: medians in milliseconds and how many times quicker than the peer.
fn measure(text: &str, folder: &Path, peer: &str, rounds: usize) -> Result<String, Box<dyn Error>> {
    let ours = env!("CARGO_BIN_EXE_estiba");
    let (mut own, mut theirs, mut inside) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        own.push(process(ours, folder)?);
        theirs.push(process(peer, folder)?);
        inside.push(in_process(text)?);
    }
    let (own, theirs, inside) = (median(own), median(theirs), median(inside));
    Ok(format!("{own:>12.2} {theirs:>18.2} {:>7.1}x {inside:>15.3} {:>7.1}x", theirs / own, theirs / inside))
}

/// Milliseconds of one `PROGRAM config --format json` in `folder`.
fn process(program: &str, folder: &Path) -> Result<f64, Box<dyn Error>> {
    let began = Instant::now();
    let mut command = Command::new(program);
    let status = command.args(["config", "--format", "json"]).current_dir(folder).stdout(Stdio::null()).status()?;
    let took = began.elapsed();
    if !status.success() {
        return Err(format!("{program} refused the stack").into());
    }
    Ok(milliseconds(took))
}

/// Milliseconds from text to resolved project inside this process.
fn in_process(text: &str) -> Result<f64, Box<dyn Error>> {
    let path = FilePath::new("compose.yaml");
    let files = std::iter::once((path.clone(), Arc::from(text.as_bytes()))).collect();
    let options = Options { files: vec![path], working_dir: "/work/bench".to_owned(), ..Options::default() };
    let began = Instant::now();
    let outcome = load(&files, &options);
    let took = began.elapsed();
    if outcome.project.is_none() {
        return Err("the engine refused the stack".into());
    }
    Ok(milliseconds(took))
}

/// A stack of `services` services with the attributes that real ones use most.
fn stack(services: usize) -> Result<String, std::fmt::Error> {
    let mut text = String::from("name: bench\nservices:\n");
    for n in 0..services {
        service(&mut text, n)?;
    }
    text.push_str("networks:\n");
    (0..services.min(10)).try_for_each(|n| writeln!(text, "  net-{n}:"))?;
    text.push_str("volumes:\n");
    (0..services).try_for_each(|n| writeln!(text, "  data-{n}:"))?;
    Ok(text)
}

/// The `n`th service; it waits for the one at half its number, so that the graph is a tree.
fn service(text: &mut String, n: usize) -> std::fmt::Result {
    write!(
        text,
        r#"  service-{n}:
    image: registry.example.com/team/service-{n}:1.{n}
    restart: unless-stopped
    environment:
      LOG_LEVEL: ${{LOG_LEVEL:-info}}
      URL: http://service-{n}:8080/path
    ports:
      - "127.0.0.1:{port}:8080"
    volumes:
      - data-{n}:/var/lib/data
      - ./config/{n}:/etc/app:ro
    healthcheck:
      test: [CMD-SHELL, "wget -q --spider http://localhost:8080/health || exit 1"]
      interval: 10s
      retries: 5
    networks: [net-{net}]
"#,
        port = 10_000 + n,
        net = n % 10,
    )?;
    match n {
        0 => Ok(()),
        _ => writeln!(text, "    depends_on:\n      service-{}:\n        condition: service_healthy", n / 2),
    }
}

/// The middle one of an odd number of figures.
fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
