//! One case of the plan: every step is asked and its answer compared.
use crate::{typed, Outcome};
use backorder::{Answer, Backorder, Call, Error, Json, Permission, Role, Status, Table};
use std::collections::HashMap;
use std::time::Duration;

type Kept = HashMap<String, Json>;

/// 64-bit integers and kept texts in a request or an expectation.
fn native(value: &Json, kept: &Kept) -> Json {
    match value {
        Json::Object(members) => match &members[..] {
            [(name, digits)] if name == "int64" => Json::Integer(digits.text().parse().unwrap_or_default()),
            members => Json::Object(members.iter().map(|(name, value)| (name.clone(), native(value, kept))).collect()),
        },
        Json::List(values) => Json::List(values.iter().map(|value| native(value, kept)).collect()),
        Json::Text(text) => kept.get(text).unwrap_or(value).clone(),
        other => other.clone(),
    }
}

fn permission(name: &Json) -> Permission {
    match name.text() {
        "MANAGE_MARKETPLACE" => Permission::MANAGE_MARKETPLACE,
        "MANAGE_INVENTORY" => Permission::MANAGE_INVENTORY,
        "MANAGE_ORDERS" => Permission::MANAGE_ORDERS,
        _ => Permission::MANAGE_FULFILLMENTS,
    }
}

fn call_of<'a>(step: &'a Json, marketplace: &'a str) -> Call<'a> {
    let actor = step.get("as");
    let role = match actor.get("role").text() {
        "host" => Role::HOST,
        "operator" => Role::OPERATOR,
        _ => Role::SELLER,
    };
    let permissions = actor.get("permissions").list().iter().map(permission).fold(Permission(0), |sum, each| sum | each);
    Call {
        role,
        seller: actor.get("seller").text(),
        permissions,
        idempotency_key: step.get("key").text(),
        timeout: Duration::from_millis(step.get("timeout_ms").integer() as u64),
        ..Call::host(marketplace)
    }
}

fn ask(handle: &Backorder, door: &str, call: &Call, operation: &str, request: &Json) -> Result<Answer, Error> {
    if door == "json" {
        handle.json(call, operation, &request.to_string())
    } else {
        typed::ask(handle, call, operation, request)
    }
}

/// The first member that is not as wanted.
fn differs(wanted: &Json, found: &Json) -> Option<String> {
    let differing = wanted.members().iter().find(|(name, value)| found.get(name) != value);
    differing.map(|(name, value)| format!("{name} is {}, not {value}", found.get(name)))
}

fn check_rows(what: &str, wanted: &[Json], found: &[Json]) -> Outcome {
    if wanted.len() != found.len() {
        return Err(format!("{what} has {} rows, not {}", found.len(), wanted.len()).into());
    }
    for (number, (expected, row)) in wanted.iter().zip(found).enumerate() {
        if let Some(why) = differs(expected, row) {
            return Err(format!("{what}[{number}].{why}").into());
        }
    }
    Ok(())
}

fn rows(answer: &Answer, table: &str) -> Result<Vec<Json>, String> {
    Ok(answer.rows(Table::named(table).ok_or(format!("no table {table}"))?))
}

fn check_answer(expect: &Json, answer: &Answer) -> Outcome {
    for (table, wanted) in expect.get("rows").members() {
        check_rows(table, wanted.list(), &rows(answer, table)?)?;
    }
    for (table, wanted) in expect.get("counts").members() {
        let found = answer.count(Table::named(table).ok_or("no such table")?);
        if found as i64 != wanted.integer() {
            return Err(format!("{table} has {found} rows, not {wanted}").into());
        }
    }
    for (table, wanted) in expect.get("last").members() {
        let found = rows(answer, table)?;
        check_rows(&format!("the end of {table}"), std::slice::from_ref(wanted), &found[found.len().saturating_sub(1)..])?;
    }
    for (table, all) in expect.get("has").members() {
        let found = rows(answer, table)?;
        if let Some(missing) = all.list().iter().find(|wanted| !found.iter().any(|row| differs(wanted, row).is_none())) {
            return Err(format!("{table} has no {missing}").into());
        }
    }
    match expect.get("replayed") {
        Json::Bool(wanted) if *wanted != answer.replayed() => Err("replayed is not as told".into()),
        _ => Ok(()),
    }
}

fn run_step(step: &Json, case: &Json, handle: &Backorder, kept: &mut Kept) -> Outcome {
    let expect = native(step.get("expect"), kept);
    let request = native(step.get("request"), kept);
    let call = call_of(step, case.get("marketplace").text());
    let (answer, error) = match ask(handle, case.get("door").text(), &call, step.get("call").text(), &request) {
        Ok(answer) => (Some(Box::new(answer)), None),
        Err(mut error) => (error.answer.take(), Some(error)),
    };
    let status = error.as_ref().map_or_else(|| answer.as_ref().map_or(Status::OK, |answer| answer.status), |error| error.status);
    if status.name() != expect.get("status").text() {
        return Err(format!("{status:?}, not {}: {error:?}", expect.get("status")).into());
    }
    if let Json::List(details) = expect.get("details") {
        check_rows("details", details, &error.as_ref().ok_or("no error")?.details)?;
    }
    if let Json::Text(retry) = expect.get("retry") {
        if error.as_ref().map_or("", |error| error.retry.name()) != retry {
            return Err(format!("retry is not {retry}: {error:?}").into());
        }
    }
    match &answer {
        Some(answer) => check_answer(&expect, answer)?,
        None if ["rows", "counts", "last", "has", "replayed"].iter().any(|name| *expect.get(name) != Json::Null) => return Err("no answer".into()),
        None => (),
    }
    for (name, from) in step.get("keep").members() {
        let [table, column] = [0, 1].map(|at| from.list()[at].text());
        let found = rows(answer.as_ref().ok_or("nothing to keep")?, table)?;
        kept.insert(format!("${name}"), found[0].get(column).clone());
    }
    Ok(())
}

pub fn run(case: &Json, handles: &HashMap<String, Backorder>) -> Outcome {
    let mut kept = Kept::new();
    for (number, step) in case.get("steps").list().iter().enumerate() {
        run_step(step, case, &handles[step.get("handle").text()], &mut kept)
            .map_err(|problem| format!("step {number}, {}: {problem}", step.get("call").text()))?;
    }
    Ok(())
}
