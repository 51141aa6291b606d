#pragma once
// What a bo_backorder stands for.

#include "service/backorder.hpp"
#include "service/store.hpp"

#include <chrono>
#include <memory>
#include <utility>

namespace backorder::abi {

struct Handle {
    Handle(std::unique_ptr<Store> store, const LaneSettings& lanes, std::chrono::milliseconds timeout)
        : service(std::move(store), lanes), default_timeout(timeout) {}

    Backorder service;
    std::chrono::milliseconds default_timeout;
};

}  // namespace backorder::abi
