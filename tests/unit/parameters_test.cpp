#include "store/engine/values.hpp"

#include <boost/test/unit_test.hpp>

using backorder::Parameters;

BOOST_AUTO_TEST_SUITE(parameters)

BOOST_AUTO_TEST_CASE(values_keep_their_order) {
    const auto values = Parameters().text("a").integer(-9223372036854775807 - 1).flag(true).flag(false).values();
    BOOST_TEST_REQUIRE(values.size() == 4U);
    BOOST_TEST(values[0].value() == "a");
    BOOST_TEST(values[1].value() == "-9223372036854775808");
    BOOST_TEST(values[2].value() == "t");
    BOOST_TEST(values[3].value() == "f");
}

BOOST_AUTO_TEST_CASE(texts_are_quoted_so_that_nothing_in_them_is_syntax) {
    const std::vector<std::string> texts{"plain", "", "NULL", R"(a"b\c)", "{,}", "Größe"};
    BOOST_TEST(Parameters().texts(texts).values()[0].value() == R"({"plain","","NULL","a\"b\\c","{,}","Größe"})");
}

BOOST_AUTO_TEST_CASE(integers_and_flags_are_plain) {
    BOOST_TEST(Parameters().integers({1, -2}).values()[0].value() == "{1,-2}");
    BOOST_TEST(Parameters().flags({true, false}).values()[0].value() == "{t,f}");
    BOOST_TEST(Parameters().integers(std::vector<std::optional<std::int64_t>>{1, std::nullopt}).values()[0].value() ==
               "{1,NULL}");
}

BOOST_AUTO_TEST_CASE(an_empty_array_is_an_array) {
    BOOST_TEST(Parameters().texts(std::vector<std::string>{}).values()[0].value() == "{}");
}

BOOST_AUTO_TEST_SUITE_END()
