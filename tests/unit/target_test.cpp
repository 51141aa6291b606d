#include "store/target.hpp"

#include <boost/test/unit_test.hpp>

using backorder::Status;
using backorder::Target;

BOOST_AUTO_TEST_SUITE(target)

BOOST_AUTO_TEST_CASE(what_can_not_be_parsed_is_refused_without_being_quoted) {
    for (const char* database : {"password=hush nonsense", "postgresql://u:hush@[::1", "hush=1", "password='hush"}) {
        const auto parsed = Target::parse(database);
        BOOST_TEST_REQUIRE(parsed.has_error());
        BOOST_TEST((parsed.error().status == Status::config));
        BOOST_TEST(parsed.error().message.find("hush") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(the_description_names_hosts_and_database_only) {
    const auto parsed = Target::parse("postgresql://u:hush@db1:5432,db2:5433/shop?sslmode=require");
    BOOST_TEST(parsed->description() == "database \"shop\" at db1,db2");
    BOOST_TEST(parsed->options().find("port='5432,5433'") != std::string::npos);
    BOOST_TEST(parsed->options().find("sslmode='require'") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(defaults_do_not_overrule_what_was_said) {
    const auto options = Target::parse("application_name=till connect_timeout=9")->options();
    BOOST_TEST(options.find("application_name='till'") != std::string::npos);
    BOOST_TEST(options.find("connect_timeout='9'") != std::string::npos);
    BOOST_TEST(Target::parse("")->options().find("application_name='backorder'") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(secrets_are_masked_also_where_one_is_part_of_another) {
    const auto parsed = Target::parse("password=ab sslpassword=abc passfile='it''s' user=u");
    BOOST_TEST(parsed.has_error());
    const auto target = Target::parse(R"(password='a\'b' sslpassword='a\'bc' passfile=/root/.pgpass)");
    BOOST_TEST(target->mask("a'bc and a'b in /root/.pgpass") == "*** and *** in ***");
}

BOOST_AUTO_TEST_SUITE_END()
