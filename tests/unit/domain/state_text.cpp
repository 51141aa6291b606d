#include "state_text.hpp"

#include <sstream>

namespace scenario {

using namespace backorder;

namespace {

const std::regex counters_form(R"(([\w-]+)/([\w-]+)/([\w-]+))");
const std::regex part_form(R"((\w+)\.(\w+)(?::(\w+))?@(\w+))");
const std::regex open_form(R"(([\w-]+)\+([\w-]+))");

Threshold threshold(const std::string& word) {
    if (word == "*") return {Threshold::Mode::unlimited, 0};
    return {Threshold::Mode::limit, number(word)};
}

void read_setting(State& state, const Words& words) {
    const std::string& what = words.front();
    if (what == "!off")
        state.backorders_enabled = false;
    else if (what == "!deny")
        state.variants.at(words.at(1)).own = Policy::deny;
    else if (what == "!closed")
        state.warehouses.at(words.at(1)).active = false;
    else if (what == "!rank")
        state.warehouses.at(words.at(1)).priority = number(words.at(2));
    else if (what == "!owner")
        state.warehouses.at(words.at(1)).owner = words.at(2);
    else
        not_understood(what);
}

void read_record(State& state, const Words& words) {
    const auto counters = match(words.at(1), counters_form);
    StockRecord record{
        .counters = {number(counters[1]), number(counters[2]), number(counters[3])}, .own = {}, .of_product = {}};
    for (std::size_t i = 2; i < words.size(); ++i)
        (words[i].front() == '<' ? record.own : record.of_product) = threshold(words[i].substr(1));
    state.stock.emplace(stock_key(words.front()), record);
}

void read_mark(Part& part, const std::string& mark) {
    if (mark == "new") {
        part.age = age_of_this_call;
        return;
    }
    const Units64 value = number(mark.substr(1));
    switch (mark.front()) {
    case 's': part.shipped = value; return;
    case 'c': part.cancelled = value; return;
    case 'p': part.priority = value; return;
    case 't': part.age = value; return;
    case 'n': part.line_number = value; return;
    default: not_understood(mark);
    }
}

void read_part(State& state, const Words& words) {
    const auto name = match(words.front(), part_form);
    const auto open = match(words.at(1), open_form);
    Part part;
    part.variant = name[3].matched ? name[3].str() : "v";
    part.age = 0;
    part.allocated = number(open[1]);
    part.waiting = number(open[2]);
    part.seller = state.variants.at(part.variant).seller;
    for (std::size_t i = 2; i < words.size(); ++i) read_mark(part, words[i]);
    state.parts.emplace(PartKey{name[1], name[2], name[4]}, part);
}

State world() {
    State state;
    state.backorders_enabled = true;
    state.variants = {{"v", {"p", "s", Policy::allow, Policy::deny}},
                      {"w", {"p", "s", Policy::allow, Policy::deny}},
                      {"x", {"q", "t", Policy::allow, Policy::deny}}};
    state.warehouses = {{"A", {"", 1, true}}, {"B", {"", 2, true}}, {"C", {"", 3, true}}};
    return state;
}

std::string shown(const PartKey& key, const Part& part) {
    std::string text = key.order + "." + key.line + (part.variant == "v" ? "" : ":" + part.variant) + "@" +
                       key.warehouse + " " + digits(part.allocated) + "+" + digits(part.waiting);
    const std::string age = part.age == age_of_this_call ? " new"
                            : part.age != 0              ? " t" + std::to_string(part.age)
                                                         : "";
    const auto mark = [](const char* letter, Units64 value) {
        return value == 0 ? std::string() : letter + digits(value);
    };
    return text + mark(" s", part.shipped) + mark(" c", part.cancelled) + mark(" p", part.priority) + age +
           mark(" n", part.line_number);
}

}  // namespace

[[noreturn]] void not_understood(std::string_view text) {
    throw std::invalid_argument("scenario not understood: " + std::string(text));
}

Words split(std::string_view text, char at) {
    Words found;
    std::istringstream stream{std::string(text)};
    for (std::string word; std::getline(stream, word, at);)
        if (word.find_first_not_of(' ') != std::string::npos) found.push_back(word.substr(word.find_first_not_of(' ')));
    return found;
}

std::smatch match(const std::string& word, const std::regex& form) {
    std::smatch found;
    if (!std::regex_match(word, found, form)) not_understood(word);
    return found;
}

Units64 number(const std::string& word) {
    if (word.starts_with("max")) return most_units - (word.size() > 3 ? std::stoll(word.substr(4)) : 0);
    return std::stoll(word);
}

std::string digits(Units64 units) {
    if (units == most_units) return "max";
    return units > most_units - 1000 ? "max-" + std::to_string(most_units - units) : std::to_string(units);
}

StockKey stock_key(const std::string& word) {
    const auto at = word.find('@');
    return at == std::string::npos ? StockKey{"v", word} : StockKey{word.substr(0, at), word.substr(at + 1)};
}

std::string joined(const Words& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : "; ") + item;
    return text;
}

State read_state(std::string_view text) {
    State state = world();
    for (const std::string& item : split(text, ';')) {
        const Words words = split(item, ' ');
        if (item.front() == '!')
            read_setting(state, words);
        else if (words.front().find('.') != std::string::npos)
            read_part(state, words);
        else
            read_record(state, words);
    }
    return state;
}

std::string show(const State& state) {
    Words items;
    for (const auto& [key, record] : state.stock) {
        const Counters& is = record.counters;
        items.push_back((key.variant == "v" ? "" : key.variant + "@") + key.warehouse + " " + digits(is.on_hand) + "/" +
                        digits(is.allocated) + "/" + digits(is.backordered));
    }
    for (const auto& [key, part] : state.parts) items.push_back(shown(key, part));
    return joined(items);
}

}  // namespace scenario
