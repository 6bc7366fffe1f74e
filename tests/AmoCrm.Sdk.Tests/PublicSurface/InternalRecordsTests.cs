using System.Reflection;
using System.Text;

namespace AmoCrm.Sdk.Tests.PublicSurface;

/// <summary>What the compiler adds to a record is about 1 KB of the library: it has to be of use to somebody (decision 0029).</summary>
public sealed class InternalRecordsTests
{
    [Fact]
    public void A_type_of_our_own_is_a_record_only_where_it_is_compared()
    {
        var records = typeof(AmoCrmClient).Assembly.GetTypes().Where(static type => !type.IsVisible && IsRecord(type)).Select(static type => type.Name);

        // Keys of dictionaries, and limits, which are part of one.
        Assert.Equal(["AccountKey", "Key", "Key", "RateLimits", "TokenFlightKey"], records.Order(StringComparer.Ordinal));
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly, [typeof(StringBuilder)]) is not null;
}
