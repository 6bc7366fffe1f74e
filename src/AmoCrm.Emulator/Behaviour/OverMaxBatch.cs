namespace AmoCrm.Emulator;

/// <summary>What a write of too many items meets.</summary>
public enum OverMaxBatch
{
    /// <summary>504 after nothing was done.</summary>
    GatewayTimeout,

    /// <summary>400.</summary>
    BadRequest,

    /// <summary>It works.</summary>
    Accept,
}
