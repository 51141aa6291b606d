#pragma once
// May units wait at a stock record, and how many more?

#include "model/rules/market.hpp"

namespace backorder::test::model {

/// The variant's own policy, or the product's if it inherits.
bool backorders_allowed(const Market& market, const std::string& variant);

/// The record's own, or the product's at that warehouse; inherit if neither says one.
Threshold threshold(const Market& market, const Spot& spot);

/// The first shut gate of a variant where it has no record: no threshold allows any.
std::string shut_gate_without_record(const Market& market, const std::string& variant);

/// The first gate that is shut, or "".
std::string shut_gate(const Market& market, const Spot& spot);

struct Offer {
    Units available = 0;
    Units room = 0;
    bool unlimited = false;
    std::string gate;
};

/// What a stock record can sell now and later.
Offer offer(const Market& market, const Spot& spot);

/// Units that wait though the gates and the threshold would not let them any more.
Units over_limit(const Market& market, const Spot& spot);

}  // namespace backorder::test::model
