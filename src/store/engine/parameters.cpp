#include "store/engine/parameters.hpp"

namespace backorder {

Parameters& Parameters::text(std::string_view value) { return add(std::string(value)); }

Parameters& Parameters::integer(std::int64_t value) { return add(std::to_string(value)); }

Parameters& Parameters::flag(bool value) { return add(value ? "t" : "f"); }

std::size_t Parameters::bytes() const {
    std::size_t sum = 0;
    for (const auto& value : values_) {
        sum += value ? value->size() : 0;
    }
    return sum;
}

void Parameters::append(std::string& literal, std::string_view value) {
    literal += '"';
    for (auto from = value.find_first_of("\"\\"); from != std::string_view::npos; from = value.find_first_of("\"\\")) {
        literal.append(value.substr(0, from));
        literal += {'\\', value[from]};
        value.remove_prefix(from + 1);
    }
    literal.append(value);
    literal += '"';
}

void Parameters::append(std::string& literal, std::int64_t value) { literal += std::to_string(value); }

void Parameters::append(std::string& literal, bool value) { literal += value ? 't' : 'f'; }

void Parameters::append_null(std::string& literal) { literal += "NULL"; }

Parameters& Parameters::add(std::string literal) {
    values_.emplace_back(std::move(literal));
    return *this;
}

}  // namespace backorder
