#pragma once
// What both floors know of the tables.

#include <string>

namespace bench {

class Connection;

/// A plan is made once, by way of the keys, whatever the tables held at that moment. Rows are then locked in the order
/// of the lines: no deadlocks.
void pin_plans(const Connection& connection);

inline const std::string insert_call = "INSERT INTO calls (marketplace, scope, key, verb, actor, seller, traceparent, "
                                       "body, answer, events) ";
inline const std::string insert_part =
    "INSERT INTO parts (marketplace, order_id, line, warehouse, variant, seller, "
    "record, line_number, priority, age, since, allocated, waiting, shipped, cancelled) ";
inline const std::string insert_ledger =
    "INSERT INTO ledger (marketplace, variant, warehouse, record, actor, verb, key, "
    "order_id, line, on_hand, allocated, backordered) ";

/// An order of one line, written in one statement. $1 marketplace, $2 order, $3 variant, $4 warehouse, $5 units,
/// $6 body, $7 answer, $8 events.
std::string place_one_line(const std::string& guard);

}  // namespace bench
