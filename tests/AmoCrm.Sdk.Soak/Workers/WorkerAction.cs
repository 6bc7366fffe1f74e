namespace AmoCrm.Sdk.Soak.Workers;

internal enum WorkerAction
{
    /// <summary>Get everything ready for calls.</summary>
    Prepare,

    /// <summary>Make them.</summary>
    Go,

    /// <summary>Say which events were raised.</summary>
    Status,
}
