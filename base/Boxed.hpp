#pragma once

#include <memory>
#include <utility>

namespace luot::base {

/// A value that stands apart from what holds it. A variant is as large as the largest of its alternatives:
/// one that is rare and large is boxed, so that the others are cheap to hand on. Cannot be changed, only
/// replaced.
template <class T>
class Boxed {
public:
    Boxed() : Boxed(T{}) {}
    Boxed(T value) : value_(std::make_shared<const T>(std::move(value))) {}

    operator const T&() const { return *value_; }
    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }
    bool operator==(const Boxed& other) const { return *value_ == *other.value_; }
    bool operator==(const T& other) const { return *value_ == other; }

private:
    std::shared_ptr<const T> value_;
};

}  // namespace luot::base
