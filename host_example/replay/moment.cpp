#include "moment.hpp"

#include <cstdio>

namespace replay {

namespace {

using namespace std::chrono;

/// Reads from the left; what does not stand there makes all of it wrong.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool take(char wanted) {
        if (rest_.empty() || rest_.front() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void want(char wanted) { right_ = take(wanted) && right_; }

    int digits(std::size_t count, int most) {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) value = value * 10 + digit();
        right_ = right_ && value <= most;
        return value;
    }

    /// One to six digits behind the point.
    microseconds fraction() {
        std::int64_t value = 0;
        std::int64_t unit = 1'000'000;
        do {
            value = value * 10 + digit();
            unit /= 10;
        } while (unit > 1 && !rest_.empty() && is_digit(rest_.front()));
        return microseconds(value * unit);
    }

    bool at_end() const { return rest_.empty(); }
    bool all_right() const { return right_ && at_end(); }

private:
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }

    int digit() {
        if (rest_.empty() || !is_digit(rest_.front())) {
            right_ = false;
            return 0;
        }
        const int value = rest_.front() - '0';
        rest_.remove_prefix(1);
        return value;
    }

    std::string_view rest_;
    bool right_ = true;
};

std::optional<sys_days> read_date(Reader& reader) {
    const year read_year(reader.digits(4, 9999));
    reader.want('-');
    const month read_month(static_cast<unsigned>(reader.digits(2, 12)));
    reader.want('-');
    const year_month_day date(read_year, read_month, day(static_cast<unsigned>(reader.digits(2, 31))));
    return date.ok() ? std::optional<sys_days>(date) : std::nullopt;
}

minutes read_hours_and_minutes(Reader& reader) {
    const hours whole(reader.digits(2, 23));
    reader.want(':');
    return whole + minutes(reader.digits(2, 59));
}

microseconds read_time(Reader& reader) {
    const minutes to_the_minute = read_hours_and_minutes(reader);
    if (!reader.take(':')) return to_the_minute;
    const seconds read_seconds(reader.digits(2, 59));
    return to_the_minute + read_seconds + (reader.take('.') ? reader.fraction() : microseconds(0));
}

/// How far the zone is ahead of UTC.
minutes read_zone(Reader& reader) {
    if (reader.take('Z')) return minutes(0);
    if (reader.take('-')) return -read_hours_and_minutes(reader);
    reader.want('+');
    return read_hours_and_minutes(reader);
}

}  // namespace

std::optional<Moment> read_moment(std::string_view text) {
    Reader reader(text);
    const auto date = read_date(reader);
    reader.want('T');
    const microseconds time = read_time(reader);
    const bool has_zone = !reader.at_end();
    const minutes ahead = has_zone ? read_zone(reader) : minutes(0);
    if (!date || !reader.all_right()) return std::nullopt;
    return Moment{*date + time - ahead, has_zone};
}

std::string Moment::day() const {
    const year_month_day date(floor<days>(at));
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

}  // namespace replay
