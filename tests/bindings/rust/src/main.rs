//! Runs a plan through the Rust binding; see ../README.md.
mod code_cases;
mod conformance;
mod typed;

use backorder::{Backorder, Config, Json};
use code_cases::World;
use std::collections::HashMap;
use std::error::Error;

pub type Outcome = Result<(), Box<dyn Error>>;

fn report(name: &str, outcome: Outcome) {
    match outcome {
        Ok(()) => println!("ok {name}"),
        Err(problem) => println!("not ok {name}: {}", problem.to_string().replace('\n', " ")),
    }
}

fn texts(value: &Json) -> HashMap<String, String> {
    value.members().iter().map(|(name, value)| (name.clone(), value.text().to_owned())).collect()
}

fn main() -> Outcome {
    let plan = Json::parse(&std::fs::read_to_string(std::env::args().nth(1).unwrap_or_default())?).ok_or("the plan is no JSON")?;
    let (urls, libraries) = (texts(plan.get("handles")), texts(plan.get("libraries")));
    let mut handles = HashMap::new();
    for (name, url) in &urls {
        handles.insert(name.clone(), Backorder::open(&Config::new(url).set("migrate", name == "shop"))?);
    }
    for case in plan.get("cases").list() {
        report(case.get("name").text(), conformance::run(case, &handles));
    }
    let world = World { handles, urls, libraries };
    for name in plan.get("code").list() {
        report(name.text(), code_cases::run(name.text(), &world));
    }
    Ok(())
}
