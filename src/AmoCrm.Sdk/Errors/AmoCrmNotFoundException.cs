namespace AmoCrm.Sdk;

/// <summary>The object, or the route, does not exist (404).</summary>
public sealed class AmoCrmNotFoundException : AmoCrmApiException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmNotFoundException(AmoCrmApiError error)
        : base(error)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.NotFound;
}
