#include "support/text_check.hpp"

namespace backorder {

std::string well_formed(std::string_view text) {
    std::string good;
    good.reserve(text.size());
    while (!text.empty()) {
        const std::size_t size = text.front() == '\0' ? 0 : utf8_sequence(text);
        if (size == 0) {
            good += "\xEF\xBF\xBD";
        } else {
            good += text.substr(0, size);
        }
        text.remove_prefix(size == 0 ? 1 : size);
    }
    return good;
}

}  // namespace backorder
