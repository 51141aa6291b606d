#include "support/raw_server.hpp"

#include "support/process.hpp"
#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace backorder::test {

namespace {

std::string private_postgres() {
    const char* source = std::getenv("BACKORDER_SOURCE");
    return (source != nullptr ? std::string(source) : std::string(".")) + "/packaging/private-postgres";
}

std::string folder_of(const std::string& name) {
    return std::filesystem::temp_directory_path() / ("bo_" + name + "_" + std::to_string(::getpid()));
}

/// PostgreSQL refuses to be root.
Arguments as_server(Arguments command) {
    if (::geteuid() == 0) {
        const Arguments other_user{"setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"};
        command.insert(command.begin(), other_user.begin(), other_user.end());
    }
    return command;
}

std::vector<pid_t> children_of(pid_t process) {
    const std::string number = std::to_string(process);
    std::ifstream list("/proc/" + number + "/task/" + number + "/children");
    return {std::istream_iterator<pid_t>(list), {}};
}

}  // namespace

RawServer::RawServer(const std::string& name) : folder_(folder_of(name)) { start(); }

RawServer::RawServer(const std::string& name, const RawServer& primary) : folder_(folder_of(name)) {
    const Arguments owner = ::geteuid() == 0 ? Arguments{"--owner=postgres", "--group=postgres"} : Arguments{};
    Arguments make{"install", "--directory", "--mode=0700", folder_};
    make.insert(make.end(), owner.begin(), owner.end());
    run_program(make);
    run_program(
        as_server({"/usr/lib/postgresql/15/bin/pg_basebackup", "--pgdata=" + folder_ + "/data", "--write-recovery-conf",
                   "--checkpoint=fast", "--no-sync", "--dbname=" + primary.superuser()}));
    start();
}

void RawServer::start() {
    url_ = run_program({private_postgres(), "start", folder_, "--fast"});
    while (!url_.empty() && url_.back() == '\n') url_.pop_back();
}

void RawServer::stop() { run_program({private_postgres(), "stop", folder_}); }

void RawServer::kill(int signal) const {
    const pid_t postmaster = std::stoi(raw_sql(superuser(), "SELECT pg_read_file('postmaster.pid')"));
    const std::vector<pid_t> children = signal == SIGKILL ? children_of(postmaster) : std::vector<pid_t>();
    ::kill(postmaster, signal);
    for (const pid_t child : children) ::kill(child, signal);
}

RawServer::~RawServer() {
    try {
        stop();
        run_program({"rm", "-rf", folder_});
    } catch (const std::exception& error) {
        BOOST_TEST_MESSAGE(error.what());
    }
}

std::string RawServer::superuser() const {
    RawTarget target = raw_target(url_);
    target["user"] = "postgres";
    return to_string(target);
}

}  // namespace backorder::test
