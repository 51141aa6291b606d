#include "support/shop.hpp"

namespace backorder::test {

namespace {

std::string item(const std::string& variant, const std::string& warehouse, const std::string& more) {
    return "{'items':[{'variant':'" + variant + "','warehouse':'" + warehouse + "'," + more + "}]}";
}

}  // namespace

Shop::Shop() {
    done(host, "warehouse_upsert",
         "{'items':[{'warehouse':'north','priority':1},{'warehouse':'south','priority':2},"
         "{'warehouse':'acme-depot','owner':'acme','priority':3},{'warehouse':'globex-depot','owner':'globex','"
         "priority':4}]}");
    done(host, "catalog_upsert",
         "{'products':[{'product':'shirt','seller':'acme'},{'product':'mug','seller':'globex'}],"
         "'variants':[{'variant':'red','product':'shirt'},{'variant':'blue','product':'shirt'},{'variant':'cup','"
         "product':'mug'}]}");
    turn("on");
    done(the_operator, "policy_set", "{'items':[{'product':'shirt','policy':'allow'}]}");
}

void Shop::threshold(const std::string& variant, const std::string& warehouse, std::int64_t units) {
    done(the_operator, "threshold_set", item(variant, warehouse, "'threshold':" + std::to_string(units)));
}

void Shop::unlimited(const std::string& variant, const std::string& warehouse) {
    done(the_operator, "threshold_set", item(variant, warehouse, "'mode':'unlimited'"));
}

void Shop::turn(const std::string& on_or_off) {
    done(the_operator, "settings_set",
         on_or_off == "on" ? "{'backorders_enabled':true}" : "{'backorders_enabled':false}");
}

void Shop::allow(const std::string& variant, const std::string& policy) {
    done(the_operator, "policy_set", "{'items':[{'variant':'" + variant + "','policy':'" + policy + "'}]}");
}

Answer Shop::receive(const std::string& variant, const std::string& warehouse, std::int64_t units) {
    return done(the_operator, "receive", item(variant, warehouse, "'quantity':" + std::to_string(units)));
}

Answer Shop::count(const std::string& variant, const std::string& warehouse, std::int64_t units) {
    return done(the_operator, "count", item(variant, warehouse, "'on_hand':" + std::to_string(units)));
}

Answer Shop::place(const std::string& order, const std::string& variant, std::int64_t units) {
    return place_lines(order, "{'line':'1','variant':'" + variant + "','quantity':" + std::to_string(units) + "}");
}

Answer Shop::place_lines(const std::string& order, const std::string& lines, const std::string& more) {
    return ask(host, "place",
               "{'order':'" + order + "'," + more + (more.empty() ? "" : ",") + "'lines':[" + lines + "]}");
}

Answer Shop::ship(const std::string& order, const std::string& line, const std::string& warehouse, std::int64_t units) {
    return ask(the_operator, "fulfill",
               "{'order':'" + order + "','entries':[{'line':'" + line + "','warehouse':'" + warehouse +
                   "','quantity':" + std::to_string(units) + "}]}");
}

std::string Shop::counters(const std::string& variant, const std::string& warehouse) {
    const Answer answer = done(host, "stock", "{'variants':['" + variant + "'],'warehouse':'" + warehouse + "'}");
    return rows(answer, "stock", "on_hand allocated backordered");
}

std::string Shop::parts(const std::string& order) {
    return rows(done(host, "order", "{'order':'" + order + "'}"), "parts",
                "warehouse allocated waiting shipped cancelled");
}

std::string Shop::state(const std::string& order) {
    return cell(done(host, "order", "{'order':'" + order + "'}"), "order", "state");
}

std::string Shop::queue(const std::string& variant, const std::string& warehouse) {
    return rows(done(host, "queue", "{'variant':'" + variant + "','warehouse':'" + warehouse + "'}"), "queue",
                "order units");
}

}  // namespace backorder::test
