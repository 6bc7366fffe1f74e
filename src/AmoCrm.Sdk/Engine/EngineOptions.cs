namespace AmoCrm.Sdk.Engine;

/// <summary>How an <see cref="AmoCrmEngine"/> runs its steps.</summary>
public sealed class EngineOptions
{
    /// <summary>The zone in which <c>{current_timestamp}</c> and its kin are written.</summary>
    /// <value>Default: UTC.</value>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The clock.</summary>
    /// <value>Default: the system's.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
