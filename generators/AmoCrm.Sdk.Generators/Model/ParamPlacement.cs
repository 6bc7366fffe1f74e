namespace AmoCrm.Sdk.Generators.Model;

/// <summary>Where a param travels in the request.</summary>
internal enum ParamPlacement
{
    Path,
    Query,
    Body,

    /// <summary>Not sent by itself: read by hooks, by the runtime or by hand-written code.</summary>
    None,
}
