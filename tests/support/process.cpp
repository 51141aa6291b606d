#include "support/process.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <map>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace backorder::test {

namespace {

std::map<std::string, ChildRole::Body>& roles() {
    static std::map<std::string, ChildRole::Body> known;
    return known;
}

/// Before the first test: a child answers and ends. Its command line is "-- child ROLE ARGUMENT...".
struct ChildMain {
    ChildMain() {
        const auto& suite = boost::unit_test::framework::master_test_suite();
        const Arguments arguments(suite.argv + 1, suite.argv + suite.argc);
        if (arguments.size() < 2 || arguments[0] != "child") return;
        int code = 0;
        try {
            const std::string answer = roles().at(arguments[1])({arguments.begin() + 2, arguments.end()});
            std::fputs(answer.c_str(), stdout);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "child %s: %s\n", arguments[1].c_str(), error.what());
            code = 1;
        }
        std::fflush(stdout);
        std::_Exit(code);
    }
};
BOOST_TEST_GLOBAL_FIXTURE(ChildMain);

/// Starts it with its standard output in a pipe, whose end to read is the second.
std::pair<pid_t, int> spawn(const Arguments& command) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    std::vector<char*> argv;
    for (const std::string& argument : command) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    pid_t process = -1;
    const int failed = ::posix_spawnp(&process, argv[0], &actions, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (failed != 0) throw std::runtime_error("cannot start " + command.front());
    return {process, ends[0]};
}

std::string read_all(int fd) {
    std::string text;
    std::array<char, 4096> bytes{};
    for (ssize_t count = 0; (count = ::read(fd, bytes.data(), bytes.size())) > 0 || (count < 0 && errno == EINTR);)
        text.append(bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    return text;
}

std::string finish(pid_t process, int output, const std::string& what) {
    std::string text = read_all(output);
    ::close(output);
    int status = -1;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(what + " did not end well: status " + std::to_string(status));
    return text;
}

}  // namespace

ChildRole::ChildRole(const char* name, Body body) { roles()[name] = body; }

ChildProcess::ChildProcess(const std::string& role, const Arguments& arguments) {
    std::array<char, 4096> self{};
    const ssize_t length = ::readlink("/proc/self/exe", self.data(), self.size());
    Arguments command{std::string(self.data(), static_cast<std::size_t>(length)),
                      "--log_sink=/dev/null",
                      "--report_level=no",
                      "--",
                      "child",
                      role};
    command.insert(command.end(), arguments.begin(), arguments.end());
    std::tie(process_, output_) = spawn(command);
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : process_(std::exchange(other.process_, -1)), output_(std::exchange(other.output_, -1)) {}

ChildProcess::~ChildProcess() {
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        ::close(output_);
    }
}

std::string ChildProcess::answer() {
    return finish(std::exchange(process_, -1), std::exchange(output_, -1), "a child process");
}

std::string run_program(const Arguments& command) {
    const auto [process, output] = spawn(command);
    return finish(process, output, command.front());
}

}  // namespace backorder::test
