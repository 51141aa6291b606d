#pragma once
// The words of scenarios: numbers, keys and lists, read and written.

#include "scenario.hpp"

#include <regex>

namespace scenario {

using Words = std::vector<std::string>;

[[noreturn]] void not_understood(std::string_view text);

/// Without empty ones and without spaces before them.
Words split(std::string_view text, char at);
std::string joined(const Words& items);

/// Throws if the word is not of that form, like all that read here.
std::smatch match(const std::string& word, const std::regex& form);
backorder::Units64 number(const std::string& word);
std::string digits(backorder::Units64 units);
backorder::StockKey stock_key(const std::string& word);

}  // namespace scenario
