#pragma once
// Other processes: this test program again in another role, and programs.

#include <string>
#include <sys/types.h>
#include <vector>

namespace backorder::test {

using Arguments = std::vector<std::string>;

/// Something this program does as a child: what it answers is printed, and read by the parent.
struct ChildRole {
    using Body = std::string (*)(const Arguments&);
    ChildRole(const char* name, Body body);
};

/// A new process (not a fork, which would have none of the parent's threads but all of its locks). Killed at the end if
/// it still runs.
class ChildProcess {
public:
    /// This program in a role.
    ChildProcess(const std::string& role, const Arguments& arguments);
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess();

    /// What it printed; throws if it did not end well.
    std::string answer();

private:
    pid_t process_ = -1;
    int output_ = -1;
};

/// What a program prints; throws if it does not end well.
std::string run_program(const Arguments& command);

}  // namespace backorder::test
