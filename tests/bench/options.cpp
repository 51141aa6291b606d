#include "options.hpp"

#include "cases.hpp"

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace bench {

namespace {

double number(const std::string& option, const std::string& text, double least) {
    std::size_t used = 0;
    double value = 0;
    try {
        value = std::stod(text, &used);
    } catch (const std::logic_error&) {
        used = 0;
    }
    if (used != text.size() || !(value >= least)) throw std::invalid_argument(option + " needs a number");
    return value;
}

bool is_case(const std::string& name) {
    const auto& cases = all_cases();
    return std::any_of(cases.begin(), cases.end(), [&](const Case& one) { return name == one.name; });
}

class Reader {
public:
    Reader(int argc, char** argv) : arguments_(argv + 1, argv + argc) {}

    Setting read() {
        for (; at_ < arguments_.size(); ++at_) take(arguments_[at_]);
        if (setting_.server.empty()) throw std::invalid_argument("--database is missing");
        return std::move(setting_);
    }

private:
    void take(const std::string& argument) {
        if (argument == "--json")
            setting_.json = true;
        else if (argument == "--costs")
            setting_.costs = true;
        else if (argument == "--verify")
            setting_.verify = true;
        else if (argument == "--all")
            for (const Case& one : all_cases()) setting_.names.emplace_back(one.name);
        else if (argument == "--seconds")
            setting_.seconds = number(argument, value(), 0.01);
        else if (argument == "--rounds")
            setting_.rounds = static_cast<unsigned>(number(argument, value(), 1));
        else if (argument == "--growth-lines")
            setting_.growth_lines = static_cast<std::int64_t>(number(argument, value(), 1));
        else if (argument == "--baskets")
            setting_.baskets = value();
        else if (argument == "--configuration")
            setting_.configuration = value();
        else if (argument == "--database")
            setting_.server = value();
        else if (is_case(argument))
            setting_.names.push_back(argument);
        else
            throw std::invalid_argument("unknown case or option " + argument);
    }

    std::string value() {
        if (at_ + 1 == arguments_.size()) throw std::invalid_argument(arguments_[at_] + " needs a value");
        return arguments_[++at_];
    }

    const std::vector<std::string> arguments_;
    std::size_t at_ = 0;
    Setting setting_;
};

}  // namespace

Setting read_options(int argc, char** argv) { return Reader(argc, argv).read(); }

}  // namespace bench
