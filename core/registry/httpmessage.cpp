#include "core/registry/httpmessage.h"

namespace dip {

namespace {

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    for (const auto &header : m_list) {
        if (sameName(header.first, name))
            return header.second;
    }
    return {};
}

QList<QByteArray> HttpHeaders::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const auto &header : m_list) {
        if (sameName(header.first, name))
            found.append(header.second);
    }
    return found;
}

void HttpHeaders::removeAll(QByteArrayView name)
{
    m_list.removeIf([name](const auto &header) { return sameName(header.first, name); });
}

} // namespace dip
