using System.Globalization;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>
/// Who made or took a call: a number is the id of a user, a text is a name or a phone (<see href="https://www.amocrm.ru/developers/content/crm_platform/calls-api">amoCRM's page</see>).
/// Both convert by themselves: <c>CallResponsible = 8101</c>, <c>CallResponsible = "Olga"</c>.
/// </summary>
[JsonConverter(typeof(CallResponsibleJsonConverter))]
public readonly record struct CallResponsible
{
    private CallResponsible(long? userId, string? name)
    {
        UserId = userId;
        Name = name;
    }

    /// <summary>Id of a user of the account; null where it is a text.</summary>
    public long? UserId { get; }

    /// <summary>A name or a phone; null where it is a user's id.</summary>
    public string? Name { get; }

    /// <summary>A user of the account.</summary>
    /// <param name="userId">The user's id.</param>
    public static implicit operator CallResponsible(long userId) => new(userId, null);

    /// <summary>Anybody by name or phone.</summary>
    /// <param name="name">The text.</param>
    public static implicit operator CallResponsible(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(null, name);
    }

    /// <summary>The id or the text.</summary>
    /// <returns>The text; empty where there is neither.</returns>
    public override string ToString() => UserId?.ToString(CultureInfo.InvariantCulture) ?? Name ?? "";
}
