#include "scenario.hpp"

#include "domain/cancel.hpp"
#include "domain/fulfill.hpp"
#include "domain/goods.hpp"
#include "domain/place.hpp"
#include "domain/reassign.hpp"
#include "invariants.hpp"
#include "state_text.hpp"

#include <boost/test/unit_test.hpp>

namespace scenario {

using namespace backorder;

namespace {

const std::regex place_form(R"((\w+)=([\w-]+)(?::(\w+))?(?:@(\w+))?(!?))");
const std::regex cancel_form(R"((\w+)=([\w-]+))");
const std::regex shipment_form(R"((\w+)@(\w+)=([\w-]+))");

/// The value of the last word of that form, which is taken off.
std::string take_last(Words& words, std::string_view form) {
    if (words.empty() || !words.back().starts_with(form)) return {};
    const std::string value = words.back().substr(form.size());
    words.pop_back();
    return value;
}

Outcome<Decision> run_place(State& state, Words words) {
    Demand demand;
    demand.warehouses = split(take_last(words, "via="), ',');
    if (const std::string priority = take_last(words, "p"); !priority.empty()) demand.priority = number(priority);
    demand.order = words.at(1);
    for (std::size_t i = 2; i < words.size(); ++i) {
        const auto line = match(words[i], place_form);
        demand.lines.push_back(
            {line[1], line[3].matched ? line[3].str() : "v", number(line[2]), line[4], line[5] == "!"});
    }
    return place(state, demand);
}

Outcome<Decision> run_cancel(State& state, const Words& words, const std::string& seller) {
    std::vector<LineUnits> lines;
    for (std::size_t i = 2; i < words.size(); ++i) {
        const auto line = match(words[i], cancel_form);
        lines.push_back({line[1], number(line[2])});
    }
    return cancel(state, words.at(1), seller, lines);
}

std::vector<ShipmentEntry> entries(const Words& words) {
    std::vector<ShipmentEntry> found;
    for (std::size_t i = 2; i < words.size(); ++i) {
        const auto entry = match(words[i], shipment_form);
        found.push_back({entry[1], entry[2], number(entry[3])});
    }
    return found;
}

Undone undone(const std::string& word) {
    if (word == "to_line") return Undone::to_line;
    if (word == "to_stock") return Undone::to_stock;
    if (word != "written_off") not_understood(word);
    return Undone::written_off;
}

Outcome<Decision> run_undo(State& state, Words words, const std::string& seller) {
    Fulfillment fulfillment{
        .order = words.at(1), .number = 7, .warehouse = {}, .lines = {}, .undone = take_last(words, "done=")};
    const Undone units = undone(words.back());
    words.pop_back();
    for (const ShipmentEntry& entry : entries(words)) {
        fulfillment.warehouse = entry.warehouse;
        fulfillment.lines.push_back({entry.line, entry.quantity});
    }
    return undo(state, fulfillment, seller, units);
}

std::string shown(const Fulfillment& made) {
    std::string text = "#" + std::to_string(made.number) + "@" + made.warehouse;
    for (const FulfillmentLine& line : made.lines) text += " " + line.line + "=" + digits(line.quantity);
    return text;
}

std::string shown(const State& state, const Decision& decision) {
    Words items{show(state)};
    for (const Fulfillment& made : decision.fulfillments) items.push_back(shown(made));
    return joined(items);
}

std::string squeezed(std::string_view text) { return std::regex_replace(std::string(text), std::regex(" +"), " "); }

void check(const Scenario& wanted) {
    State state = read_state(wanted.before);
    const State before = state;
    BOOST_TEST(broken(before) == Faults{}, boost::test_tools::per_element());
    const Outcome<Decision> outcome = run(state, wanted.verb);
    const Status status = outcome ? Status::ok : outcome.error().status;
    BOOST_TEST(static_cast<int>(status) == static_cast<int>(wanted.status));
    BOOST_TEST(broken(state) == Faults{}, boost::test_tools::per_element());
    if (!outcome) {
        BOOST_TEST(show(outcome.error().details) == squeezed(wanted.after));
        BOOST_TEST(!outcome.error().message.empty());
        BOOST_TEST(show(state) == show(before));
        return;
    }
    BOOST_TEST(shown(state, *outcome) == squeezed(wanted.after));
    BOOST_TEST(unexplained(before, state, *outcome) == Faults{}, boost::test_tools::per_element());
    BOOST_TEST(overtaken(state, *outcome) == Faults{}, boost::test_tools::per_element());
}

}  // namespace

std::string show(const std::vector<DetailRow>& details) {
    Words rows;
    for (const DetailRow& row : details) {
        std::string text;
        for (const Detail& detail : row) {
            const auto* units = std::get_if<std::int64_t>(&detail.value);
            const std::string value = units != nullptr ? digits(*units) : std::get<std::string>(detail.value);
            text += (text.empty() ? "" : " ") + detail.key + " " + (value.empty() ? "-" : value);
        }
        rows.push_back(text);
    }
    return joined(rows);
}

Outcome<Decision> run(State& state, std::string_view verb) {
    Words words = split(verb, ' ');
    const std::string seller = take_last(words, "as=");
    const std::string& name = words.front();
    if (name == "receive") return receive(state, stock_key(words.at(1)), number(words.at(2)));
    if (name == "count") return count(state, stock_key(words.at(1)), number(words.at(2)));
    if (name == "transfer") return transfer(state, stock_key(words.at(1)), stock_key(words.at(2)), number(words.at(3)));
    if (name == "reassign")
        return reassign(state, {words.at(1), words.at(2), words.at(3), words.at(4), number(words.at(5))}, seller);
    if (name == "place") return run_place(state, words);
    if (name == "cancel") return run_cancel(state, words, seller);
    if (name == "fulfill" || name == "strict")
        return fulfill(state, words.at(1), seller, entries(words), name == "strict", 7);
    if (name == "undo") return run_undo(state, words, seller);
    not_understood(verb);
}

void check(const std::vector<Scenario>& scenarios) {
    for (const Scenario& scenario : scenarios)
        BOOST_TEST_CONTEXT(scenario.goal << ": " << scenario.before << " | " << scenario.verb) { check(scenario); }
}

}  // namespace scenario
