#include "commit_thief.hpp"
#include "store_fixture.hpp"

#include <libpq-fe.h>

using namespace backorder;
using namespace backorder::test;

namespace {

std::string option(std::string_view keyword) {
    const std::string url = database();
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(PQconninfoParse(url.c_str(), nullptr),
                                                                              &PQconninfoFree);
    BOOST_REQUIRE(parsed);
    for (const auto* entry = parsed.get(); entry->keyword != nullptr; ++entry)
        if (entry->keyword == keyword && entry->val != nullptr) return entry->val;
    return "";
}

std::string socket_file() {
    const std::string host = option("host");
    BOOST_REQUIRE_MESSAGE(host.starts_with('/'),
                          "this test needs BACKORDER_TEST_DATABASE to be reached by a Unix socket");
    return host + "/.s.PGSQL." + (option("port").empty() ? "5432" : option("port"));
}

std::string through(const CommitThief& thief) {
    return Target::parse(database())->options() + " host='" + thief.folder() + "' port=5432";
}

/// As the service does it: what has a record is not done again.
Verdict note_once(Transaction& t) {
    if (!run(t, "SELECT FROM notes WHERE note = 'mine'").empty()) return Verdict::rollback;
    run(t, "INSERT INTO notes VALUES ('mine')");
    return Verdict::commit;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_doubt)

BOOST_AUTO_TEST_CASE(what_was_committed_without_an_answer_is_found_and_not_done_twice) {
    CommitThief thief(socket_file(), 1);
    Engine engine(through(thief));
    BOOST_TEST((engine.write(note_once) == Status::ok));
    BOOST_TEST(thief.stolen() == 1);
    BOOST_TEST(engine.notes() == 1);
    BOOST_TEST(engine.log.take().back().message == "The doubt about a COMMIT is settled.");
}

BOOST_AUTO_TEST_CASE(a_commit_whose_answer_is_stolen_again_is_settled_too) {
    CommitThief thief(socket_file(), 3);
    Engine engine(through(thief));
    int number = 0;
    const auto body = [&](Transaction& t) {
        run(t, "INSERT INTO notes VALUES ($1)", Parameters().integer(number++));
        return Verdict::commit;
    };
    BOOST_TEST((engine.write(body) == Status::ok));
    BOOST_TEST(engine.notes() == 4);
}

BOOST_AUTO_TEST_SUITE_END()
