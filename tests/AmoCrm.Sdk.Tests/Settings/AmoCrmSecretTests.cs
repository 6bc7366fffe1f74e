using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AmoCrm.Sdk.Tests.Settings;

public sealed class AmoCrmSecretTests
{
    private static readonly AmoCrmSecret Secret = "secret-canary";

    [Fact]
    public void Only_revealing_gives_the_text()
    {
        Assert.Equal("secret-canary", Secret.Reveal());
        Assert.Equal("***", Secret.ToString());
        Assert.Equal("***", $"{Secret}");
        Assert.Equal("***", string.Format(CultureInfo.InvariantCulture, "{0}", Secret));
        Assert.Equal("token ***", string.Concat("token ", Secret));
    }

    [Fact]
    public void The_mask_tells_nothing_about_the_length()
    {
        Assert.Equal(new AmoCrmSecret(string.Empty).ToString(), new AmoCrmSecret(new string('x', 4000)).ToString());
        Assert.Equal(AmoCrmSecret.Mask, Secret.ToString());
    }

    [Fact]
    public void A_record_that_holds_secrets_does_not_print_them()
    {
        var holder = Holder.Full;
        Assert.Contains("Name = name", holder.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", holder.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", new AmoCrmTokenPair("access-canary", "refresh-canary", default).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "canary", new AmoCrmSettings { ClientSecret = "client-canary", AccessToken = "access-canary", RefreshToken = "refresh-canary" }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_that_holds_secrets_is_serialized_without_them()
    {
        Assert.Equal("""{"Name":"name","Token":"***","Others":["***"],"Any":"***","Missing":null}""", JsonSerializer.Serialize(Holder.Full));
        Assert.Equal("\"***\"", JsonSerializer.Serialize(Secret));
        Assert.DoesNotContain(
            "canary",
            JsonSerializer.Serialize(new AmoCrmSettings { ClientSecret = "client-canary", AccessToken = "access-canary", RefreshToken = "refresh-canary" }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Json_that_holds_a_text_is_read_as_a_secret()
    {
        var read = JsonSerializer.Deserialize<Holder>("""{"Name":"name","Token":"secret-canary","Missing":null}""")!;
        Assert.Equal("secret-canary", read.Token?.Reveal());
        Assert.Null(read.Missing);
    }

    [Fact]
    public void A_mask_is_not_read_as_a_secret()
    {
        var json = JsonSerializer.Serialize(new AmoCrmSettings { Subdomain = "mycompany", AccessToken = "access-canary" });

        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AmoCrmSettings>(json));

        Assert.Contains("masked", exception.Message, StringComparison.Ordinal);
        Assert.Contains("store", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_debugger_shows_no_text()
    {
        Assert.Equal("***", typeof(AmoCrmSecret).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
        var view = Type.GetType(typeof(AmoCrmSecret).GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName)!;
        var shown = Activator.CreateInstance(view, Secret)!;
        var members = view.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        Assert.All(members.OfType<FieldInfo>(), field => Assert.DoesNotContain("canary", $"{field.GetValue(shown)}", StringComparison.Ordinal));
        Assert.All(members.OfType<PropertyInfo>(), property => Assert.DoesNotContain("canary", $"{property.GetValue(shown)}", StringComparison.Ordinal));
    }

    [Fact]
    public void Secrets_are_equal_when_their_texts_are()
    {
        var same = new AmoCrmSecret("secret-canary");
        Assert.True(Secret == same);
        Assert.False(Secret != same);
        Assert.True(Secret.Equals((object)same));
        Assert.Equal(Secret.GetHashCode(), same.GetHashCode());
        Assert.False(Secret == "Secret-canary");
        Assert.False(Secret == "secret-canary ");
        Assert.False(Secret == null);
        Assert.False(Secret.Equals(null));
        Assert.True((AmoCrmSecret?)null == null);
        Assert.Equal(new AmoCrmSettings { AccessToken = "a" }, new AmoCrmSettings { AccessToken = "a" });
        Assert.NotEqual(new AmoCrmSettings { AccessToken = "a" }, new AmoCrmSettings { AccessToken = "b" });
    }

    [Fact]
    public void No_text_is_no_secret()
    {
        AmoCrmSecret? none = (string?)null;
        Assert.Null(none);
        Assert.Null(AmoCrmSecret.FromString(null));
        Assert.Throws<ArgumentNullException>(() => new AmoCrmSecret(null!));
        Assert.Equal(string.Empty, AmoCrmSecret.FromString(string.Empty)?.Reveal());
    }

    [Fact]
    public void A_log_shows_no_text_in_its_message_nor_in_its_state()
    {
        var log = new FakeLogger();
        object?[] values = [Secret, new AmoCrmSettings { AccessToken = "access-canary" }, new object[] { Secret }];

        log.LogInformation("The token {Token} of {@Settings} and {Others}.", values);

        var record = log.LatestRecord;
        Assert.Contains("The token *** of", record.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", record.Message, StringComparison.Ordinal);
        Assert.All(record.StructuredState!, pair => Assert.DoesNotContain("canary", pair.Value ?? string.Empty, StringComparison.Ordinal));
    }

    private sealed record Holder(string Name, AmoCrmSecret? Token, IReadOnlyList<AmoCrmSecret>? Others, object? Any, AmoCrmSecret? Missing)
    {
        public static Holder Full { get; } = new("name", "secret-canary", ["other-canary"], new AmoCrmSecret("any-canary"), null);
    }
}
