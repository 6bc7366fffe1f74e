namespace AmoCrm.Emulator.Entities;

/// <summary>What decides how an entity is shown: the names in <c>with</c>, and the emulator's switches.</summary>
internal sealed record EntityViewOptions(ISet<string> With, EmulatorBehaviour Behaviour)
{
    public static EntityViewOptions Of(EmulatorRequest request) => new(request.With, request.Behaviour);
}
