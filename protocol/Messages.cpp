#include "protocol/Messages.hpp"

#include <fmt/format.h>

namespace luot::protocol {

namespace json = base::json;
using base::fail;
using base::Fault;
using base::Result;

namespace {

template <class T>
constexpr std::string_view typeOf = "";
template <>
constexpr std::string_view typeOf<Hello> = "hello";
template <>
constexpr std::string_view typeOf<CommandFrame> = "command";
template <>
constexpr std::string_view typeOf<Shown> = "shown";
template <>
constexpr std::string_view typeOf<Welcome> = "welcome";
template <>
constexpr std::string_view typeOf<Snapshot> = "snapshot";
template <>
constexpr std::string_view typeOf<EventFrame> = "event";
template <>
constexpr std::string_view typeOf<Reply> = "reply";
template <>
constexpr std::string_view typeOf<Status> = "status";

template <class T, class Message>
Result<Message> decodeAs(const json::Value& value) {
    auto decoded = json::decode<T>(value);
    if (!decoded) return tl::unexpected(decoded.error());
    return Message(std::move(*decoded));
}

/// Tries the types of the variant one after the other.
template <class Message, std::size_t index = 0>
Result<Message> decodeType(std::string_view type, const json::Value& value) {
    if constexpr (index < std::variant_size_v<Message>) {
        using T = std::variant_alternative_t<index, Message>;
        if (type == typeOf<T>) return decodeAs<T, Message>(value);
        return decodeType<Message, index + 1>(type, value);
    } else {
        return fail(Fault::invalidInput,
                    fmt::format("'type' must be known; \"{}\" is not", type.substr(0, 40)));
    }
}

template <class Message>
Result<Message> decodeMessage(std::string_view text) {
    auto value = json::parse(text, maxFrameBytes);
    if (!value) return tl::unexpected(value.error());
    if (!value->is_object()) return fail(Fault::invalidInput, "a frame must be an object");
    const auto* type = value->get_object().if_contains("type");
    if (!type || !type->is_string()) return fail(Fault::invalidInput, "'type' must be a string");
    const auto& name = type->get_string();
    return decodeType<Message>(std::string_view(name.data(), name.size()), *value);
}

template <class T>
std::string encodeFrame(const T& message) {
    auto frame = fmt::format(R"({{"type":"{}")", typeOf<T>);
    const auto members = json::encodeText(message);
    if (members != "{}") frame += ',';
    return frame.append(members, 1);
}

}  // namespace

Result<ClientMessage> decodeClientMessage(std::string_view text) {
    return decodeMessage<ClientMessage>(text);
}

Result<ServerMessage> decodeServerMessage(std::string_view text) {
    return decodeMessage<ServerMessage>(text);
}

std::string encodeMessage(const ClientMessage& message) {
    return std::visit([](const auto& m) { return encodeFrame(m); }, message);
}

std::string encodeMessage(const ServerMessage& message) {
    return std::visit([](const auto& m) { return encodeFrame(m); }, message);
}

std::string encodeEventFrame(std::int64_t seq, Instant at, std::string_view name, std::string_view data) {
    std::string frame;
    frame.reserve(data.size() + name.size() + 128);
    frame.append(R"({"type":"event","seq":)").append(fmt::format_int(seq).c_str());
    frame += R"(,"at":")";
    base::addInstant(frame, at);
    frame.append(R"(","name":")").append(name).append(R"(","data":)").append(data);
    return frame += '}';
}

}  // namespace luot::protocol
