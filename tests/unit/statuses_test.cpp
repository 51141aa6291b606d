// What each status tells its caller to do, and that the header and WIRING.md say so.

#include "status_table.hpp"

#include <backorder/backorder.h>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>

using namespace backorder;

namespace {

std::string text_of(const std::string& path) {
    std::ifstream file(std::string(BACKORDER_SOURCE) + "/" + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Documented {
    bo_status number = 0;
    std::string comment;
};

/// The header's statuses by name.
std::map<std::string, Documented> documented() {
    static const std::regex define(R"(#define (BO_OK|BO_E_\w+|BO_SOME_REFUSED) +(\d+)(?: +/\* (.*?) \*/)?\n)");
    const std::string header = text_of("include/backorder/backorder.h");
    std::map<std::string, Documented> found;
    for (std::sregex_iterator at(header.begin(), header.end(), define), end; at != end; ++at)
        found[(*at)[1]] = {std::stoi((*at)[2]), (*at)[3]};
    return found;
}

std::int32_t retry(bo_status status) { return backorder::abi::retry_of(static_cast<Status>(status)); }

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(statuses)

BOOST_AUTO_TEST_CASE(tell_what_is_to_be_done) {
    const std::map<bo_status, std::int32_t> environment{
        {BO_E_UNAVAILABLE, BO_RETRY_SAFE}, {BO_E_TIMEOUT, BO_RETRY_SAFE},       {BO_E_CANCELLED, BO_RETRY_SAFE},
        {BO_E_READ_ONLY, BO_RETRY_NO},     {BO_E_SCHEMA_MISSING, BO_RETRY_NO},  {BO_E_SCHEMA_VERSION, BO_RETRY_NO},
        {BO_E_PRIVILEGE, BO_RETRY_NO},     {BO_E_OUT_OF_MEMORY, BO_RETRY_SAFE}, {BO_E_DATABASE, BO_RETRY_SAFE},
        {BO_E_BUSY, BO_RETRY_SAFE},        {BO_E_IN_DOUBT, BO_RETRY_SAME_KEY},  {BO_E_INTERNAL, BO_RETRY_SAME_KEY}};
    for (const auto& [name, status] : documented()) BOOST_TEST_CONTEXT(name) {
            const auto known = environment.find(status.number);
            BOOST_TEST((known != environment.end() || status.number < 300));
            BOOST_TEST(retry(status.number) == (known == environment.end() ? BO_RETRY_NO : known->second));
        }
    BOOST_TEST(retry(299) == BO_RETRY_SAME_KEY);
    BOOST_TEST(backorder::abi::status_name(static_cast<Status>(299)) == std::string());
}

BOOST_AUTO_TEST_CASE(have_their_names) {
    BOOST_TEST(documented().size() > 40U);
    for (const auto& [name, status] : documented())
        BOOST_TEST(backorder::abi::status_name(static_cast<Status>(status.number)) == name);
}

// Goals: *nothing was done* is said of what may be repeated without a thought and of nothing else; *may have been done*
// of the rest.
BOOST_AUTO_TEST_CASE(are_documented_as_they_are) {
    for (const auto& [name, status] : documented()) BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(says(status.comment, "nothing was done") == (retry(status.number) == BO_RETRY_SAFE));
            BOOST_TEST(says(status.comment, "may have been done") == (retry(status.number) == BO_RETRY_SAME_KEY));
        }
}

// Goals: the table of WIRING.md that says what to do names each status that may be repeated in a row that says how.
BOOST_AUTO_TEST_CASE(stand_in_the_row_of_wiring_that_fits) {
    const std::string wiring = text_of("host_example/WIRING.md");
    const std::string table = wiring.substr(wiring.find("## What to do with an answer"));
    for (const auto& [name, status] : documented()) {
        if (retry(status.number) == BO_RETRY_NO) continue;
        const std::string words =
            retry(status.number) == BO_RETRY_SAFE ? "othing was done" : "the same call with the same key";
        std::smatch found;
        BOOST_TEST_CONTEXT(name) {
            BOOST_REQUIRE(
                std::regex_search(table, found, std::regex("\\n\\|[^\\n]*`(BO_E)?" + name.substr(4) + "`[^\\n]*")));
            BOOST_TEST(says(found.str(), words));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
