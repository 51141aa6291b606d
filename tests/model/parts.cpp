#include "model/parts.hpp"

#include "support/process.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <thread>

namespace backorder::test::model {

namespace {

constexpr const char* parameters = "RC_PARAMS";

Arguments present_case(const std::string& told) {
    namespace framework = boost::unit_test::framework;
    return {"env", std::string(parameters) + "=" + told, framework::master_test_suite().argv[0],
            "--run_test=" + framework::current_test_case().full_name(), "--report_level=no"};
}

}  // namespace

bool is_told_how_many() { return std::getenv(parameters) != nullptr; }

std::vector<std::string> failed_parts(int parts, const std::string& told) {
    const Arguments command = present_case(told);
    std::mutex mutex;
    std::vector<std::string> failed;
    std::atomic<int> left = parts;
    std::vector<std::jthread> running;
    for (unsigned core = 0; core < std::thread::hardware_concurrency(); ++core)
        running.emplace_back([&] {
            while (left-- > 0) try {
                    run_program(command);
                } catch (const std::exception& error) {
                    const std::scoped_lock lock(mutex);
                    failed.emplace_back(error.what());
                    left = 0;
                }
        });
    running.clear();
    return failed;
}

}  // namespace backorder::test::model
