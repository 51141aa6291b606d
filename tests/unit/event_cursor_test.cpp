#include "service/request/cursors.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace backorder;

BOOST_AUTO_TEST_SUITE(event_cursor)

BOOST_AUTO_TEST_CASE(a_cursor_comes_back_from_its_text) {
    for (const EventCursor& cursor : std::vector<EventCursor>{
             {}, {"1", 2, 3}, {"9223372036854775807", 9223372036854775807, 9223372036854775807}, {"734", 0, 12}}) {
        const auto read = event_cursor_from(cursor.text());
        BOOST_REQUIRE_MESSAGE(read, cursor.text());
        BOOST_TEST(read->epoch == cursor.epoch);
        BOOST_TEST(read->sequence == cursor.sequence);
        BOOST_TEST(read->skip == cursor.skip);
    }
}

BOOST_AUTO_TEST_CASE(its_text_is_epoch_sequence_and_skip) {
    BOOST_TEST((EventCursor{"12", 34, 5}.text()) == "12.34.5");
    const auto read = event_cursor_from("12.34.5");
    BOOST_REQUIRE(read);
    BOOST_TEST(read->epoch == "12");
    BOOST_TEST(read->sequence == 34);
    BOOST_TEST(read->skip == 5);
}

BOOST_AUTO_TEST_CASE(no_text_is_the_beginning) {
    const auto read = event_cursor_from("");
    BOOST_REQUIRE(read);
    BOOST_TEST(read->text() == "0.0.0");
}

BOOST_AUTO_TEST_CASE(nonsense_is_no_cursor) {
    const std::vector<std::string> nonsense{".",
                                            "..",
                                            "1",
                                            "1.2",
                                            "1.2.",
                                            "1..3",
                                            ".2.3",
                                            "1.2.3.",
                                            "1.2.3.4",
                                            "1.2.3x",
                                            "x.2.3",
                                            "1.x.3",
                                            "1.2.x",
                                            " 1.2.3",
                                            "1.2.3 ",
                                            "1. 2.3",
                                            "-1.2.3",
                                            "1.-2.3",
                                            "1.2.-3",
                                            "+1.2.3",
                                            "1,2,3",
                                            "1.2e1.3",
                                            "0x1.2.3",
                                            "9223372036854775808.2.3",
                                            "1.9223372036854775808.3",
                                            "1.2.9223372036854775808",
                                            "'; drop table event; --",
                                            std::string("1.2.3\0", 6)};
    for (const std::string& text : nonsense) BOOST_TEST(!event_cursor_from(text).has_value(), "was read: " << text);
}

BOOST_AUTO_TEST_SUITE_END()
