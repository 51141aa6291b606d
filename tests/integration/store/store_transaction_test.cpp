#include "store_fixture.hpp"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace backorder;
using namespace backorder::test;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view insert = "INSERT INTO notes VALUES ($1)";

std::int64_t backend(Transaction& transaction) { return run(transaction, "SELECT pg_backend_pid()").integer(0, 0); }

void terminate(Engine& engine, std::int64_t pid) {
    engine.admin.run_script("SELECT pg_terminate_backend(" + std::to_string(pid) + ", 5000)");
}

/// A host that writes a note and stands still in its transaction, as one that was sent SIGSTOP. To be made before any
/// thread is.
class FrozenHost {
public:
    FrozenHost(const std::string& note, std::chrono::milliseconds time) {
        BOOST_REQUIRE(::pipe2(go_.data(), O_CLOEXEC) == 0);
        if ((process_ = ::fork()) == 0) {
            char byte = 0;
            if (::read(go_[0], &byte, 1) == 1) freeze(note, time);
            ::_exit(0);
        }
    }
    ~FrozenHost() {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        ::close(go_[0]);
        ::close(go_[1]);
    }
    FrozenHost(const FrozenHost&) = delete;
    FrozenHost& operator=(const FrozenHost&) = delete;

    void begin_and_freeze() const {
        int status = 0;
        BOOST_REQUIRE(::write(go_[1], "!", 1) == 1);
        BOOST_REQUIRE(::waitpid(process_, &status, WUNTRACED) == process_);
        BOOST_REQUIRE(WIFSTOPPED(status));
    }

private:
    static void freeze(const std::string& note, std::chrono::milliseconds time) {
        Watchdog watchdog;
        Connection connection(Target::parse(database())->options());
        Transaction transaction(connection, watchdog, {Mode::write, "store_test", {Clock::now() + time}});
        run(transaction, insert, Parameters().text(note));
        ::raise(SIGSTOP);
    }

    std::array<int, 2> go_{};
    pid_t process_ = -1;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(store_transaction)

BOOST_AUTO_TEST_CASE(a_host_that_stands_still_in_its_transaction_holds_its_locks_no_longer_than_its_time) {
    const FrozenHost frozen("held", 500ms);
    Engine engine;
    frozen.begin_and_freeze();
    const auto start = Clock::now();
    BOOST_TEST((engine.write([](Transaction& t) {
        run(t, insert, Parameters().text("held"));
        return Verdict::commit;
    }) == Status::ok));
    BOOST_TEST((Clock::now() - start < 3s));
    BOOST_TEST(engine.notes() == 1);
}

BOOST_AUTO_TEST_CASE(a_transaction_that_the_server_ended_for_it_was_idle_runs_again) {
    Engine engine;
    int tries = 0;
    const auto body = [&](Transaction& t) {
        run(t, insert, Parameters().text("a"));
        if (++tries == 1) {
            run(t, "SELECT set_config('idle_in_transaction_session_timeout', '20', true)");
            std::this_thread::sleep_for(200ms);
        }
        run(t, insert, Parameters().text("b"));
        return Verdict::commit;
    };
    BOOST_TEST((engine.write(body) == Status::ok));
    BOOST_TEST(tries == 2);
    BOOST_TEST(engine.notes() == 2);
}

BOOST_AUTO_TEST_CASE(what_is_committed_stays_and_what_is_rolled_back_does_not) {
    Engine engine;
    BOOST_TEST((engine.write([](Transaction& t) {
        run(t, insert, Parameters().text("a"));
        return Verdict::commit;
    }) == Status::ok));
    BOOST_TEST((engine.write([](Transaction& t) {
        run(t, insert, Parameters().text("b"));
        return Verdict::rollback;
    }) == Status::ok));
    BOOST_TEST(engine.notes() == 1);
}

BOOST_AUTO_TEST_CASE(
    a_session_that_is_ours_alone_has_the_timeouts_of_its_transaction_whatever_became_of_the_one_before) {
    Engine engine;
    Connection connection(engine.target.options() + " options='-c lock_timeout=7s'");
    connection.keep_statements();
    connection.set_settled();
    const auto milliseconds = [](Transaction& t, const std::string& name) {
        return run(t, "SELECT setting::bigint FROM pg_settings WHERE name = '" + name + "'").integer(0, 0);
    };
    const auto check = [&](Mode mode, std::chrono::milliseconds time, std::chrono::milliseconds patience,
                           Verdict verdict) {
        Transaction t(connection, engine.watchdog, {mode, engine.schema, {Clock::now() + time, {}, patience}});
        const std::int64_t most = time.count();
        if (mode == Mode::read_one) {
            const Rows rows = run(t, "SELECT array_agg(setting::bigint ORDER BY name)::text FROM pg_settings"
                                     " WHERE name IN ('lock_timeout', 'statement_timeout')");
            BOOST_TEST(rows.text(0, 0) == "{7000," + std::to_string(most - 50) + "}");
        } else {
            BOOST_TEST(milliseconds(t, "lock_timeout") == (patience.count() > 0 ? patience.count() : 7000));
            BOOST_TEST(milliseconds(t, "statement_timeout") == most - 50);
            BOOST_TEST(milliseconds(t, "idle_in_transaction_session_timeout") > most);
        }
        verdict == Verdict::commit ? t.commit() : t.rollback();
    };
    for (const Verdict verdict : {Verdict::commit, Verdict::rollback}) {
        check(Mode::write, 5050ms, 250ms, verdict);
        check(Mode::write, 9050ms, 500ms, verdict);
        check(Mode::read, 5050ms, 0ms, verdict);
        check(Mode::write, 5050ms, 250ms, verdict);
        check(Mode::read_one, 5050ms, 0ms, verdict);
        check(Mode::read_one, 9050ms, 0ms, verdict);
        check(Mode::write, 9050ms, 250ms, verdict);
    }
    const auto kept = [&] {
        return connection.run_script("SELECT setting::bigint FROM pg_settings WHERE name = 'statement_timeout'")
            .integer(0, 0);
    };
    for (const Mode mode : {Mode::write, Mode::read, Mode::read_one}) {
        Transaction hasty(connection, engine.watchdog, {mode, engine.schema, {Clock::now() + 400ms}});
        BOOST_TEST(milliseconds(hasty, "statement_timeout") <= 400);
        BOOST_TEST(milliseconds(hasty, "lock_timeout") == 7000);
        hasty.commit();
        BOOST_TEST(kept() == 9000);
    }
    Transaction t(connection, engine.watchdog, {Mode::read_one, engine.schema, {Clock::now() + 6050ms}});
    BOOST_CHECK_THROW(run(t, "SELECT 1 / 0"), std::exception);
    t.rollback();
    check(Mode::read_one, 6050ms, 0ms, Verdict::commit);
}

// Goals: preparing is not undone by a transaction that fails behind it in the same script, nor done twice.
BOOST_AUTO_TEST_CASE(a_statement_is_kept_once_also_where_its_first_run_failed) {
    Engine engine;
    Connection connection(engine.target.options());
    connection.keep_statements();
    constexpr sql::Statement note{"note", insert};
    constexpr sql::Statement broken{"broken", "SELECT FROM nowhere WHERE note = $1"};
    const auto write = [&](const sql::Statement& statement, std::string_view text) {
        Transaction transaction(connection, engine.watchdog, {Mode::write, engine.schema, seconds(10)});
        transaction.run(statement, Parameters().text(text));
        transaction.commit();
    };
    engine.admin.run_script("INSERT INTO store_test.notes VALUES ('a')");
    const auto sqlstate = [&](const sql::Statement& statement, std::string_view text) {
        try {
            write(statement, text);
        } catch (const std::exception& error) {
            return describe(error, engine.target).refusal.sqlstate;
        }
        return std::string();
    };
    BOOST_TEST(sqlstate(note, "a") == "23505");
    BOOST_TEST(sqlstate(broken, "a") == "42P01");
    BOOST_TEST(sqlstate(broken, "a") == "42P01");
    for (const std::string_view text : {"b", "c", "d"}) BOOST_TEST(sqlstate(note, text) == "");
    BOOST_TEST(engine.notes() == 4);
    BOOST_TEST(connection.run_script("SELECT string_agg(name, ' ') FROM pg_prepared_statements").text(0, 0) == "note");
}

BOOST_AUTO_TEST_CASE(a_statement_that_is_run_by_parameters_is_kept_when_it_comes_again) {
    Engine engine;
    Connection connection(engine.target.options());
    connection.keep_statements();
    constexpr sql::Statement one{"one", "SELECT $1::bigint + 1"};
    const auto kept = [&] {
        return connection.run_script("SELECT count(*) FROM pg_prepared_statements").integer(0, 0);
    };
    BOOST_TEST(connection.run(one, Parameters().integer(1)).integer(0, 0) == 2);
    BOOST_TEST(kept() == 0);
    for (int number = 2; number < 5; ++number) {
        BOOST_TEST(connection.run(one, Parameters().integer(number)).integer(0, 0) == number + 1);
        BOOST_TEST(kept() == 1);
    }
}

BOOST_AUTO_TEST_CASE(a_failed_statement_that_was_overheard_is_not_committed) {
    Engine engine;
    const auto body = [](Transaction& t) {
        run(t, insert, Parameters().text("a"));
        BOOST_CHECK_THROW(run(t, "SELECT 1 / 0"), std::exception);
        return Verdict::commit;
    };
    BOOST_TEST((engine.write(body) == Status::database));
    BOOST_TEST(engine.refusal.sqlstate == "22012");
    BOOST_TEST(engine.notes() == 0);
}

BOOST_AUTO_TEST_CASE(arrays_and_texts_arrive_as_they_were_given) {
    Engine engine;
    const std::vector<std::string> texts{"plain", "", "NULL", R"(a"b\c)", "{,}", "Größe '$1'"};
    engine.read([&](Transaction& t) {
        const Rows rows = run(t, "SELECT unnest($1::text[]), NULL, 7::bigint, true", Parameters().texts(texts));
        BOOST_TEST_REQUIRE(rows.size() == texts.size());
        for (std::size_t row = 0; row < texts.size(); ++row) BOOST_TEST(rows.text(row, 0) == texts[row]);
        BOOST_TEST(rows.null(0, 1));
        BOOST_TEST(!rows.null(1, 0));
        BOOST_TEST(rows.integer(5, 2) == 7);
        BOOST_TEST(rows.flag(0, 3));
        BOOST_CHECK_THROW(rows.integer(0, 1), std::logic_error);
        return Verdict::commit;
    });
}

BOOST_AUTO_TEST_CASE(a_killed_backend_is_replaced_and_the_caller_does_not_notice) {
    Engine engine;
    int tries = 0;
    const auto body = [&](Transaction& t) {
        if (++tries == 1) terminate(engine, backend(t));
        run(t, insert, Parameters().text("a"));
        return Verdict::commit;
    };
    BOOST_TEST((engine.write(body) == Status::ok));
    BOOST_TEST(tries == 2);
    BOOST_TEST(engine.notes() == 1);
}

BOOST_AUTO_TEST_CASE(after_a_restart_idle_connections_are_not_tried_one_by_one) {
    Engine engine;
    engine.write([&](Transaction&) {
        engine.write([&](Transaction&) { return Verdict::rollback; });
        return Verdict::rollback;
    });
    engine.admin.run_script(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'backorder'"
        " AND pid <> pg_backend_pid() AND datname = current_database()");
    BOOST_TEST((engine.read([](Transaction&) { return Verdict::commit; }) == Status::ok));
    BOOST_TEST(engine.log.take().size() <= 2U);
}

BOOST_AUTO_TEST_CASE(a_serialization_failure_runs_the_body_again) {
    Engine engine;
    int tries = 0;
    const auto body = [&](Transaction& t) {
        if (++tries < 3) run(t, "DO $$ BEGIN RAISE EXCEPTION 'busy' USING ERRCODE = '40001'; END $$");
        return Verdict::commit;
    };
    BOOST_TEST((engine.write(body) == Status::ok));
    BOOST_TEST(tries == 3);
}

BOOST_AUTO_TEST_CASE(a_duplicate_that_does_not_go_away_is_told_in_time) {
    Engine engine;
    engine.admin.run_script("INSERT INTO store_test.notes VALUES ('a')");
    BOOST_TEST((engine.write([](Transaction& t) {
        run(t, insert, Parameters().text("a"));
        return Verdict::commit;
    }) == Status::database));
    BOOST_TEST(engine.refusal.sqlstate == "23505");
}

BOOST_AUTO_TEST_CASE(reading_can_not_write) {
    Engine engine;
    BOOST_TEST((engine.read([](Transaction& t) {
        run(t, insert, Parameters().text("a"));
        return Verdict::commit;
    }) == Status::read_only));
}

BOOST_AUTO_TEST_CASE(a_call_ends_with_its_time) {
    Engine engine;
    const auto start = Clock::now();
    BOOST_TEST((engine.write(
                    [](Transaction& t) {
                        run(t, "SELECT pg_sleep(20)");
                        return Verdict::commit;
                    },
                    {start + 200ms}) == Status::timeout));
    BOOST_TEST((Clock::now() - start < 2s));
}

BOOST_AUTO_TEST_CASE(a_call_ends_when_its_token_is_cancelled) {
    Engine engine;
    Token token;
    std::thread canceller([&] {
        std::this_thread::sleep_for(100ms);
        token.cancelled = true;
    });
    const auto start = Clock::now();
    const Budget budget{start + 20s, &token};
    BOOST_TEST((engine.write(
                    [](Transaction& t) {
                        run(t, "SELECT pg_sleep(20)");
                        return Verdict::commit;
                    },
                    budget) == Status::cancelled));
    BOOST_TEST((Clock::now() - start < 2s));
    canceller.join();
}

BOOST_AUTO_TEST_CASE(an_exception_of_the_body_passes_through_and_nothing_is_written) {
    Engine engine;
    const auto body = [](Transaction& t) -> Verdict {
        run(t, insert, Parameters().text("a"));
        throw std::bad_alloc();
    };
    BOOST_CHECK_THROW(engine.write(body), std::bad_alloc);
    BOOST_TEST(engine.notes() == 0);
    BOOST_TEST((engine.write([](Transaction&) { return Verdict::commit; }) == Status::ok));
}

BOOST_AUTO_TEST_CASE(a_commit_that_fails_is_doubt_and_is_looked_up) {
    Engine engine;
    engine.admin.run_script(
        "CREATE FUNCTION store_test.die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); RETURN NULL; END $$;"
        "CREATE CONSTRAINT TRIGGER die AFTER INSERT ON store_test.notes DEFERRABLE INITIALLY DEFERRED"
        " FOR EACH ROW WHEN (NEW.note = 'first') EXECUTE FUNCTION store_test.die()");
    std::vector<bool> doubts;
    const auto body = [&](Transaction& t) {
        doubts.push_back(t.settling_doubt());
        run(t, insert, Parameters().text(doubts.size() == 1 ? "first" : "second"));
        return Verdict::commit;
    };
    BOOST_TEST((engine.write(body) == Status::ok));
    BOOST_TEST(doubts == (std::vector<bool>{false, true}), boost::test_tools::per_element());
    BOOST_TEST(engine.notes() == 1);
}

BOOST_AUTO_TEST_CASE(doubt_that_can_not_be_settled_is_said) {
    Engine engine;
    engine.admin.run_script(
        "CREATE FUNCTION store_test.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " RAISE EXCEPTION 'no' USING ERRCODE = '23514'; END $$;"
        "CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON store_test.notes DEFERRABLE INITIALLY DEFERRED"
        " FOR EACH ROW EXECUTE FUNCTION store_test.refuse()");
    const auto body = [](Transaction& t) {
        run(t, insert, Parameters().text("a"));
        return Verdict::commit;
    };
    BOOST_TEST((engine.write(body, {Clock::now() + 500ms}) == Status::in_doubt));
    BOOST_TEST(engine.refusal.message.find("same key") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_database_that_is_not_there_is_unavailable_within_the_time) {
    Engine engine;
    const Target nowhere = *Target::parse("host=/nonexistent password=hush");
    Runner runner(nowhere, engine.schema, engine.watchdog, engine.log);
    Pool pool(1, [&] { return std::make_unique<Connection>(nowhere.options()); });
    const auto start = Clock::now();
    const auto done = runner.run(pool, Mode::read, seconds(5), [](Transaction&) { return Verdict::commit; });
    BOOST_TEST((done.error().status == Status::unavailable));
    BOOST_TEST((Clock::now() - start < 3s));
}

BOOST_AUTO_TEST_SUITE_END()
