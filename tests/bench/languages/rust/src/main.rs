//! Measures the Rust binding; see tests/README.md: measure DATABASE MARKETPLACE SECONDS VARIANT...
use backorder::*;
use std::time::{Duration, Instant};

fn median(seconds: f64, mut ask: impl FnMut() -> Result<(), Error>) -> Result<f64, Error> {
    let mut spent = Vec::new();
    let mut now = Instant::now();
    let end = now + Duration::from_secs_f64(seconds);
    while now < end {
        ask()?;
        let before = std::mem::replace(&mut now, Instant::now());
        spent.push(now - before);
    }
    spent.sort();
    Ok(spent[spent.len() / 2].as_nanos() as f64 / 1000.0)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let shop = Backorder::open(&Config::new(&arguments[1]))?;
    let host = Call::host(&arguments[2]);
    let seconds: f64 = arguments[3].parse()?;
    let items: Vec<_> = arguments[4..].iter().map(|variant| AvailabilityItem { variant, quantity: 1 }).collect();
    let request = format!(r#"{{"items": [{{"variant": "{}", "quantity": 1}}]}}"#, items[0].variant);
    let typed = |some: &[AvailabilityItem]| {
        let answer = shop.availability(&host, some)?;
        std::hint::black_box(answer.integers(tables::availability::NOW));
        Ok(())
    };
    let json = || {
        let mut answer = shop.json(&host, "availability", &request)?;
        std::hint::black_box(answer.whole());
        Ok(())
    };
    let asks: [&dyn Fn() -> Result<(), Error>; 3] = [&|| typed(&items[..1]), &|| typed(&items), &json];
    for ask in asks {
        median(seconds / 4.0, ask)?; // does not count
        println!("{}", median(seconds, ask)?);
    }
    Ok(())
}
