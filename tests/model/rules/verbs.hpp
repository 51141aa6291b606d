#pragma once
// Every verb and question, by its operation's name.

#include "model/rules/verb.hpp"

namespace backorder::test::model {

json::object settings_get(Market& market, const Actor& actor, const json::object& request);
json::object settings_set(Market& market, const Actor& actor, const json::object& request);
json::object policy_set(Market& market, const Actor& actor, const json::object& request);
json::object threshold_set(Market& market, const Actor& actor, const json::object& request);
json::object warehouse_upsert(Market& market, const Actor& actor, const json::object& request);
json::object catalog_upsert(Market& market, const Actor& actor, const json::object& request);
json::object receive(Market& market, const Actor& actor, const json::object& request);
json::object count(Market& market, const Actor& actor, const json::object& request);
json::object transfer(Market& market, const Actor& actor, const json::object& request);
json::object place(Market& market, const Actor& actor, const json::object& request);
json::object cancel(Market& market, const Actor& actor, const json::object& request);
json::object reassign(Market& market, const Actor& actor, const json::object& request);
json::object fulfill(Market& market, const Actor& actor, const json::object& request);
json::object cancel_fulfillment(Market& market, const Actor& actor, const json::object& request);
json::object stock(Market& market, const Actor& actor, const json::object& request);
json::object availability(Market& market, const Actor& actor, const json::object& request);
json::object queue(Market& market, const Actor& actor, const json::object& request);
json::object order(Market& market, const Actor& actor, const json::object& request);
json::object shippable(Market& market, const Actor& actor, const json::object& request);
json::object verify(Market& market, const Actor& actor, const json::object& request);

}  // namespace backorder::test::model
