namespace AmoCrm.Sdk.Hosting;

/// <summary>How tokens of widgets and bots are checked.</summary>
public sealed class AmoCrmSignatureOptions
{
    /// <summary>How far the clocks of amoCRM and of this machine may be apart.</summary>
    /// <value>By default 30 seconds; at most 5 minutes.</value>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a widget's token is taken once only: amoCRM calls it disposable, and the browser gets a new one for each request.</summary>
    /// <value>By default true. Tokens of bots have no id, so they cannot be told apart.</value>
    public bool SingleUse { get; set; } = true;

    internal AmoCrmSignatureOptions Copy() => (AmoCrmSignatureOptions)MemberwiseClone();
}
