namespace AmoCrm.Sdk.Hosting;

/// <summary>The kinds of bots that send a <c>widget_request</c>.</summary>
public enum AmoCrmBotType
{
    /// <summary>A Salesbot. On the wire <c>salesbot</c>.</summary>
    Salesbot,

    /// <summary>A marketing bot. On the wire <c>marketingbot</c>.</summary>
    Marketingbot,
}
