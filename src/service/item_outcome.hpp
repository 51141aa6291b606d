#pragma once
// What became of one item of a batch, as its outcome row begins: item, status, message.

#include "domain/refusal.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace backorder {

struct ItemOutcome {
    std::int64_t item = 0;
    std::int64_t status = 0;
    std::string message{};

    ItemOutcome(std::size_t index, const std::optional<Refusal>& refusal)
        : item(static_cast<std::int64_t>(index)), status(refusal ? static_cast<std::int64_t>(refusal->status) : 0),
          message(refusal ? refusal->message : std::string()) {}

    bool done() const { return status == 0; }
};

}  // namespace backorder
