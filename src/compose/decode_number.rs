//! Numbers of the decoded model: flags, counts, sizes, durations, modes.

use crate::compose::cast;
use crate::compose::decode::Decoded;
use crate::compose::go_format::{plain, quote, type_name};
use crate::compose::go_number::{parse_float, parse_int, parse_radix};
use crate::compose::member;
use crate::compose::units::{parse_bytes, parse_duration, print_duration};
use crate::compose::value::{Data, Value};

fn unconvertible(wanted: &str, value: &Value) -> String {
    format!("expected type '{wanted}', got unconvertible type '{}'", type_name(&value.data))
}

/// A truth value.
pub fn flag(value: &Value, warn: &mut dyn FnMut(String)) -> Decoded {
    match &value.data {
        Data::Bool(it) => Ok(Some(member::flag(*it, &value.origin))),
        Data::Str(it) => cast::boolean(it, warn).map(|it| Some(Value::new(it, value.origin.clone()))),
        _ => Err(unconvertible("bool", value)),
    }
}

/// A whole number; a float loses its fraction, as Go's conversion does.
#[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)]
pub fn int(value: &Value) -> Decoded {
    let number = match &value.data {
        Data::Int(it) => *it,
        Data::Uint(it) => *it as i64,
        Data::Float(it) => *it as i64,
        Data::Str(it) => {
            parse_int(it).map_err(|why| format!("strconv.ParseInt: parsing {}: {}", quote(it), why.words()))?
        }
        _ => return Err(unconvertible("int", value)),
    };
    Ok(Some(member::int(number, &value.origin)))
}

/// A whole number without a sign; what does not fit `bits` is cut.
#[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss)]
pub fn uint(value: &Value, bits: u32) -> Decoded {
    let overflow = |shown: String| Err(format!("cannot parse value as 'uint{bits}': {shown} overflows uint"));
    let number = match &value.data {
        Data::Int(it) if *it < 0 => return overflow(it.to_string()),
        Data::Float(it) if *it < 0.0 => return overflow(format!("{it:.6}")),
        Data::Int(it) => *it as u64,
        Data::Uint(it) => *it,
        // Beyond 64 bits the processor's own answer is the highest bit alone.
        Data::Float(it) if *it >= 18_446_744_073_709_551_616.0 => 1 << 63,
        Data::Float(it) => *it as u64,
        _ => return Err(unconvertible(&format!("uint{bits}"), value)),
    };
    let kept = if bits < 64 { number & ((1 << bits) - 1) } else { number };
    let data = i64::try_from(kept).map_or(Data::Uint(kept), Data::Int);
    Ok(Some(Value::new(data, value.origin.clone())))
}

/// A float of 32 bits.
pub fn float(value: &Value) -> Decoded {
    match &value.data {
        Data::Str(it) => match parse_float(it) {
            Ok(number) => Ok(narrow(number, value)),
            Err(why) => Err(format!("strconv.ParseFloat: parsing {}: {}", quote(it), why.words())),
        },
        _ => number(value, "float32"),
    }
}

/// A share of processors.
pub fn cpus(value: &Value) -> Decoded {
    float(value)
}

#[allow(clippy::cast_precision_loss)]
fn number(value: &Value, wanted: &str) -> Decoded {
    match &value.data {
        Data::Int(it) => Ok(narrow(*it as f64, value)),
        Data::Uint(it) => Ok(narrow(*it as f64, value)),
        Data::Float(it) => Ok(narrow(*it, value)),
        _ => Err(unconvertible(wanted, value)),
    }
}

/// The shortest decimal number that is the same in 32 bits, which is how Go prints it; 0 does not print.
#[allow(clippy::cast_possible_truncation)]
fn narrow(number: f64, value: &Value) -> Option<Value> {
    let kept = (number as f32).to_string().parse().unwrap_or(number);
    (kept != 0.0).then(|| Value::new(Data::Float(kept), value.origin.clone()))
}

/// A size in bytes; what is neither a whole number nor text counts for nothing.
pub fn bytes(value: &Value) -> Decoded {
    let bytes = match &value.data {
        Data::Int(it) => *it,
        Data::Str(it) => parse_bytes(it)?,
        _ => 0,
    };
    Ok((bytes != 0).then(|| member::text(&bytes.to_string(), &value.origin)))
}

/// A duration.
pub fn duration(value: &Value) -> Decoded {
    let nanos = parse_duration(&plain(&value.data))?;
    Ok(Some(member::text(&print_duration(nanos), &value.origin)))
}

/// A file mode; text is octal.
pub fn mode(value: &Value) -> Decoded {
    let mode = match &value.data {
        Data::Int(it) => *it,
        Data::Str(it) => {
            parse_radix(it, 8).map_err(|why| format!("strconv.ParseInt: parsing {}: {}", quote(it), why.words()))?
        }
        _ => return Err(format!("unexpected value type {} for mode", type_name(&value.data))),
    };
    let sign = if mode < 0 { "-" } else { "" };
    Ok(Some(member::text(&format!("0{sign}{:o}", mode.unsigned_abs()), &value.origin)))
}

/// A number of devices; `all` is -1.
pub fn count(value: &Value) -> Decoded {
    let count = match &value.data {
        Data::Int(it) => *it,
        Data::Str(it) if it.eq_ignore_ascii_case("all") => -1,
        Data::Str(it) => parse_int(it)
            .map_err(|_| format!("invalid value {}, the only value allowed is 'all' or a number", quote(it)))?,
        _ => return Err(format!("invalid type {} for device count", type_name(&value.data))),
    };
    Ok((count != 0).then(|| member::int(count, &value.origin)))
}
