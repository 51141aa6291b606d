// What a way into the library adds to the service, without a database. That takes the library's insides, which it does
// not export: bench_door (door/) is made of them.

#include "cases.hpp"

#include <cstdio>
#include <stdexcept>
#include <string>

namespace bench {

std::vector<Row> run_door(const Setting& setting) {
    const std::string command =
        "'" BENCH_DOOR "' " + std::to_string(setting.seconds) + " " + std::to_string(setting.rounds);
    std::FILE* const out = popen(command.c_str(), "r");
    if (out == nullptr) throw std::runtime_error("no process for bench_door");
    double service = 0, typed = 0, json = 0;
    const int read = std::fscanf(out, "%lf %lf %lf", &service, &typed, &json);
    if (pclose(out) != 0 || read != 3) throw std::runtime_error("bench_door failed");
    const auto row = [&](const char* name, double value, double most) {
        return Row{.name = name,
                   .unit = "us",
                   .value = value,
                   .target = Target{most, false},
                   .more = {{"service_us", service}, {"typed_us", typed}, {"json_us", json}}};
    };
    return {row("door_typed", typed - service, 2), row("door_json", json - service, 15)};
}

}  // namespace bench
