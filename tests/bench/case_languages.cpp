// What calling from another language takes: the same questions by every binding and by the C interface, in turn. A
// binding's program is languages/<language>/measure, built by languages/<language>/prepare if there is one.

#include "cases.hpp"
#include "placing.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>

namespace bench {

namespace {

const std::filesystem::path programs = BENCH_LANGUAGES;
constexpr const char* questions[] = {"one", "thousand", "json"};

/// Median microseconds of each question.
using Figures = std::vector<double>;

using Items = std::vector<bo_availability_item>;

Work asking(const Shop& shop, const Items& items) {
    return [&shop, &items, host = shop.host()] {
        const bo_call call = host.get();
        bo_result* result = nullptr;
        bo_error* error = nullptr;
        must(shop.api(),
             shop.api()->availability(shop.handle().get(), &call, items.data(), items.size(), &result, &error), error,
             "availability");
        shop.api()->result_free(result);
        return std::size_t{1};
    };
}

Work asking_json(const Shop& shop, const std::string& variant) {
    return [&shop, host = shop.host(), request = R"({"items":[{"variant":")" + variant + R"(","quantity":1}]})"] {
        const backorder::result answer = shop.handle().json(host, "availability", request);
        return std::size_t{!answer.json().empty()};
    };
}

Figures measure_c(const Shop& shop, const std::vector<std::string>& variants, double seconds) {
    const Items one{backorder::wanted(variants.front())};
    Items all;
    for (const std::string& variant : variants) all.push_back(backorder::wanted(variant));
    Figures figures;
    for (const Work& work : {asking(shop, one), asking(shop, all), asking_json(shop, variants.front())}) {
        const Hire hire = [&](unsigned) { return work; };
        run_crew(1, seconds / 4, hire);  // does not count
        figures.push_back(run_crew(1, seconds, hire).latency.quantile(0.5));
    }
    return figures;
}

std::vector<std::string> prepared_languages() {
    std::vector<std::string> languages;
    for (const auto& folder : std::filesystem::directory_iterator(programs)) {
        const auto prepare = folder.path() / "prepare";
        if (std::filesystem::exists(prepare) && std::system(("'" + prepare.string() + "' >&2").c_str()) != 0)
            throw std::runtime_error(prepare.string() + " failed");
        languages.push_back(folder.path().filename());
    }
    return languages;
}

Figures measure(const std::string& language, const Arena& arena, const Shop& shop) {
    std::string command = "'" + (programs / language / "measure").string() + "' '" + arena.database().url() + "' " +
                          shop.marketplace() + " " + std::to_string(arena.setting().seconds);
    for (const std::string& variant : arena.variants()) command += " " + variant;
    std::FILE* const out = popen(command.c_str(), "r");
    if (out == nullptr) throw std::runtime_error("no process for " + language);
    Figures figures(std::size(questions));
    int read = 0;
    for (double& figure : figures) read += std::fscanf(out, "%lf", &figure) == 1;
    if (pclose(out) != 0 || read != std::ssize(figures)) throw std::runtime_error("measuring " + language + " failed");
    return figures;
}

double median_of(const std::vector<Figures>& rounds, std::size_t question) {
    std::vector<double> values;
    for (const Figures& figures : rounds) values.push_back(figures[question]);
    return median(std::move(values));
}

}  // namespace

std::vector<Row> run_languages(const Setting& setting) {
    const Arena arena(setting, {.name = "languages", .variants = 1000});
    const Shop shop = arena.open();
    const auto languages = prepared_languages();
    std::vector<Figures> c;
    std::map<std::string, std::vector<Figures>> bindings;
    for (unsigned round = 0; round < setting.rounds; ++round) {
        c.push_back(measure_c(shop, arena.variants(), setting.seconds));
        for (const std::string& language : languages) bindings[language].push_back(measure(language, arena, shop));
    }
    std::vector<Row> rows;
    for (std::size_t i = 0; i < std::size(questions); ++i) {
        const double floor = median_of(c, i);
        rows.push_back({.name = std::string("c_") + questions[i], .unit = "us", .value = floor});
        for (const auto& [language, rounds] : bindings)
            rows.push_back(
                {.name = language + "_" + questions[i], .unit = "us", .value = median_of(rounds, i), .floor = floor});
    }
    return rows;
}

}  // namespace bench
