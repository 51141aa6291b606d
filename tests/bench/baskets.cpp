#include "baskets.hpp"

#include "random.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <set>
#include <stdexcept>

namespace bench {

namespace {

/// Sorted by variant, none twice; the lines are then numbered in that order.
void tidy_up(Lines& lines) {
    const auto before = [](const Line& left, const Line& right) { return left.variant < right.variant; };
    const auto same = [](const Line& left, const Line& right) { return left.variant == right.variant; };
    std::sort(lines.begin(), lines.end(), before);
    lines.erase(std::unique(lines.begin(), lines.end(), same), lines.end());
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].line = std::to_string(i + 1);
}

void finish(Shopping& shopping) {
    std::set<std::string> variants;
    for (Lines& lines : shopping.baskets) {
        tidy_up(lines);
        for (const Line& line : lines) variants.insert(line.variant);
    }
    shopping.variants.assign(variants.begin(), variants.end());
}

/// Lines of a text file, read by a program that unpacks it if it is packed.
class PackedFile {
public:
    explicit PackedFile(const std::string& file) : pipe_(open(file), pclose) {
        if (!pipe_) throw std::runtime_error(file + ": can't be read");
    }

    bool next(std::string& text) {
        char buffer[1000];
        if (std::fgets(buffer, sizeof buffer, pipe_.get()) == nullptr) return false;
        text = buffer;
        text.erase(std::min(text.find_last_not_of("\r\n") + 1, text.size()));
        return true;
    }

private:
    static std::FILE* open(const std::string& file) {
        std::string quoted;
        for (const char c : file) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
        return popen(("gzip -dcf -- '" + quoted + "'").c_str(), "r");
    }

    std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe_;
};

}  // namespace

MakeBaskets one_unit_of(const std::string& variant) {
    return [lines = Lines{{"1", variant, 1}}](unsigned) { return [&lines]() -> const Lines& { return lines; }; };
}

MakeBaskets three_of(const std::vector<std::string>& variants) {
    return [&variants](unsigned thread) {
        struct State {
            Random random;
            Lines lines{{"1", "", 1}, {"2", "", 1}, {"3", "", 1}};
        };
        const auto state = std::make_shared<State>(State{Random(thread + 1)});
        return [state, &variants]() -> const Lines& {
            Lines& lines = state->lines;
            do {
                for (Line& line : lines) line.variant = variants[state->random.below(variants.size())];
                tidy_up(lines);
                lines.resize(3, {"", "", 1});
            } while (lines.back().variant.empty());
            return lines;
        };
    };
}

Shopping read_baskets(const std::string& file) {
    PackedFile in(file);
    std::string text, basket;
    if (!in.next(text) || text != "basket,stock_code")
        throw std::runtime_error(file + ": the first row is not basket,stock_code");
    Shopping shopping;
    while (in.next(text)) {
        const std::size_t comma = text.find(',');
        if (comma == std::string::npos) throw std::runtime_error(file + ": a row without comma: " + text);
        if (shopping.baskets.empty() || text.compare(0, comma, basket) != 0) shopping.baskets.emplace_back();
        basket = text.substr(0, comma);
        shopping.baskets.back().push_back({"", text.substr(comma + 1), 1});
    }
    if (shopping.baskets.empty()) throw std::runtime_error(file + ": no baskets");
    finish(shopping);
    shopping.source = std::to_string(shopping.baskets.size()) + " baskets of " + file.substr(file.rfind('/') + 1);
    return shopping;
}

Shopping made_up_baskets() {
    constexpr std::size_t baskets = 20'000, variants = 4'000, most_lines = 40;
    Random random(1);
    Shopping shopping;
    for (std::size_t i = 0; i < baskets; ++i) {
        Lines& lines = shopping.baskets.emplace_back();
        for (std::size_t left = 1 + random.below(most_lines); left > 0; --left) {
            const double any = static_cast<double>(random.below(1'000'000)) / 1e6;
            const auto rank = static_cast<unsigned>(std::pow(static_cast<double>(variants), any));
            lines.push_back({"", std::to_string(10'000 + rank) + "A", 1});
        }
    }
    finish(shopping);
    shopping.source = "made-up baskets";
    return shopping;
}

MakeBaskets through(const Shopping& shopping) {
    return [&shopping](unsigned thread) {
        const auto& baskets = shopping.baskets;
        return [&baskets, at = std::size_t{thread} * 997 % baskets.size()]() mutable -> const Lines& {
            at = (at + 1) % baskets.size();
            return baskets[at];
        };
    };
}

}  // namespace bench
