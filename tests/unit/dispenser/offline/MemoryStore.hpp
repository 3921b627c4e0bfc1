#pragma once

#include <utility>

#include "dispenser/offline/Store.hpp"

namespace luot::dispenser::offline::test {

/// A disk in memory: what was kept outlives the kiosk that kept it.
class MemoryStore final : public Store {
public:
    explicit MemoryStore(std::string id = "disk") : id_(std::move(id)) {}

    const std::string& id() const override { return id_; }
    base::Result<> keep(const std::vector<Note>& more) override {
        if (broken) return base::fail(base::Fault::storage, "the disk is broken");
        notes.insert(notes.end(), more.begin(), more.end());
        if (losesAnswers) return base::fail(base::Fault::storage, "the disk kept it and did not say so");
        return {};
    }
    base::Result<std::vector<Note>> since(const std::string& name) override {
        auto first = notes.size();
        while (first > 0 && notes[first - 1].name != name) --first;
        return std::vector<Note>(notes.begin() + static_cast<std::ptrdiff_t>(first == 0 ? 0 : first - 1),
                                 notes.end());
    }

    std::vector<Note> notes;
    bool broken = false;
    bool losesAnswers = false;

private:
    std::string id_;
};

}  // namespace luot::dispenser::offline::test
