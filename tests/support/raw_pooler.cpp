#include "support/raw_pooler.hpp"

#include "support/process.hpp"
#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>
#include <unistd.h>

namespace backorder::test {

namespace {

/// PgBouncer refuses to be root, as PostgreSQL does.
Arguments as_pooler(Arguments command) {
    if (::geteuid() == 0) {
        const Arguments other_user{"setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"};
        command.insert(command.begin(), other_user.begin(), other_user.end());
    }
    return command;
}

std::string new_folder() {
    const std::string folder = std::filesystem::temp_directory_path() / ("bo_pooler_" + std::to_string(::getpid()));
    Arguments make{"install", "--directory", "--mode=0700", folder};
    if (::geteuid() == 0) make.insert(make.end(), {"--owner=postgres", "--group=postgres"});
    run_program(make);
    return folder;
}

void wait_until_it_answers(const std::string& url) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    for (;;) {
        try {
            raw_sql(url, "SELECT 1");
            return;
        } catch (const std::exception&) {
            if (std::chrono::steady_clock::now() > deadline) throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
}

}  // namespace

RawPooler::RawPooler(const std::string& database, const std::string& settings) : folder_(new_folder()) {
    RawTarget target = raw_target(database);
    std::ofstream(folder_ + "/users") << "\"" << target["user"] << "\" \"\"\n";
    std::ofstream(folder_ + "/pooler.ini")
        << "[databases]\n* = host=" << target["host"] << " port=" << (target["port"].empty() ? "5432" : target["port"])
        << "\n[pgbouncer]\n"
        << "pool_mode = transaction\ndefault_pool_size = 1\nauth_type = trust\n"
        << "listen_addr =\nlisten_port = 6432\nunix_socket_dir = " << folder_ << "\nauth_file = " << folder_
        << "/users\nlogfile = " << folder_ << "/log\npidfile = " << folder_ << "/pid\n"
        << settings << "\n";
    run_program(as_pooler({"/usr/sbin/pgbouncer", "--daemon", "--quiet", folder_ + "/pooler.ini"}));
    target["host"] = folder_;
    target["port"] = "6432";
    url_ = to_string(target);
    wait_until_it_answers(url_);
}

RawPooler::~RawPooler() {
    pid_t process = 0;
    if (std::ifstream(folder_ + "/pid") >> process) {
        ::kill(process, SIGTERM);  // it lets its clients go at once
        while (::kill(process, 0) == 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

}  // namespace backorder::test
