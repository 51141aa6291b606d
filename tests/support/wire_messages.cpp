#include "support/wire_messages.hpp"

#include <cstdint>

namespace backorder::test {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t ready_size = 6;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::string message(char type, const std::string& body) {
    const auto length = static_cast<std::uint32_t>(body.size() + 4);
    std::string bytes(1, type);
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(length >> shift & 0xff);
    return bytes + body;
}

std::string_view text_at(std::string_view bytes, std::size_t at) { return bytes.substr(at, bytes.find('\0', at) - at); }

/// The client waits after these: Query, Sync, a password, the end.
bool is_last_of_piece(char type) { return "QSpX"sv.find(type) != std::string_view::npos; }

}  // namespace

std::string ClientBytes::take() {
    std::size_t end = end_of_message(0);
    if (started_) {
        for (std::size_t from = 0; end > 0 && !is_last_of_piece(bytes_[from]);) {
            from = end;
            end = end_of_message(from);
        }
    } else if (end > 0) {  // requests for encryption come before the start and begin with 1234 as their code
        started_ = number_at(bytes_, 4) >> 16 != 1234;
    }
    const std::string piece = bytes_.substr(0, end);
    bytes_.erase(0, end);
    return piece;
}

/// 0 if it is not there yet.
std::size_t ClientBytes::end_of_message(std::size_t from) const {
    const std::size_t length_at = from + (started_ ? 1 : 0);
    if (bytes_.size() < length_at + 4) return 0;
    const std::size_t end = length_at + number_at(bytes_, length_at);
    return end <= bytes_.size() ? end : 0;
}

bool is_request(std::string_view piece) { return "QPBS"sv.find(piece.front()) != std::string_view::npos; }

std::string statement_of(std::string_view request) {
    constexpr std::size_t head = 5;
    if (request.front() == 'Q') return std::string(text_at(request, head));
    const std::string_view first = text_at(request, head);  // a name of its own is given to what Parse prepares
    return std::string(first.empty() || request.front() == 'B' ? text_at(request, head + first.size() + 1) : first);
}

std::string failing_request(const std::string& sqlstate) {
    return message('Q', "DO $$BEGIN RAISE EXCEPTION 'planned' USING ERRCODE = '" + sqlstate + "'; END$$" + '\0');
}

std::string with_error(std::string_view answer, const std::string& sqlstate) {
    std::string fields;
    for (const std::string& field :
         {std::string("SERROR"), std::string("VERROR"), "C" + sqlstate, std::string("Mplanned")})
        fields += field + '\0';
    return message('E', fields + '\0').append(answer.substr(answer.size() - ready_size));
}

bool is_whole(std::string_view answer) {
    return answer.size() >= ready_size && answer.substr(answer.size() - ready_size).starts_with("Z\0\0\0\x05"sv);
}

}  // namespace backorder::test
