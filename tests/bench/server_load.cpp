#include "server_load.hpp"

#include "postgres.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace bench {

namespace {

struct Process {
    int parent = 0;
    double own = 0, of_ended_children = 0;  ///< in ticks
};

/// Of a process that ended meanwhile: nothing.
Process read_process(const std::string& number) {
    std::ifstream file("/proc/" + number + "/stat");
    std::string text;
    std::getline(file, text);
    std::istringstream in(text.substr(std::min(text.rfind(')') + 1, text.size())));  // its name may hold anything
    std::string state, skipped;
    Process process;
    in >> state >> process.parent;
    for (int field = 0; field < 9; ++field) in >> skipped;
    double user = 0, system = 0, children_user = 0, children_system = 0;
    in >> user >> system >> children_user >> children_system;
    process.own = user + system;
    process.of_ended_children = children_user + children_system;
    return process;
}

bool is_number(const std::string& name) {
    return std::all_of(
        name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

}  // namespace

ServerLoad::ServerLoad(const std::string& url)
    : postmaster_(read_process(Connection(url).run("SELECT pg_backend_pid()").text(0, 0)).parent) {}

double ServerLoad::processor_seconds() const {
    const Process postmaster = read_process(std::to_string(postmaster_));
    double ticks = postmaster.own + postmaster.of_ended_children;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (!is_number(name)) continue;
        if (const Process process = read_process(name); process.parent == postmaster_) ticks += process.own;
    }
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace bench
