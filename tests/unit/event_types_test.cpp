#include "domain/event_types.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

using namespace backorder;

BOOST_AUTO_TEST_SUITE(event_types)

BOOST_AUTO_TEST_CASE(the_header_lists_them_all) {
    std::ostringstream header;
    header << std::ifstream(BACKORDER_SOURCE "/include/backorder/backorder.h").rdbuf();
    const std::string text = header.str();
    const auto from = text.find(" * Types. EVENTS.md");
    BOOST_REQUIRE(from != std::string::npos);
    const std::string list = text.substr(from, text.find("*/", from) - from);
    static const std::regex type("\\b[a-z]+\\.[a-z_]+\\b");
    std::vector<std::string> listed;
    for (std::sregex_iterator at(list.begin(), list.end(), type), end; at != end; ++at) listed.push_back(at->str());
    std::vector<std::string> known(event_names.begin(), event_names.end());
    std::sort(listed.begin(), listed.end());
    std::sort(known.begin(), known.end());
    BOOST_TEST(listed == known, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
