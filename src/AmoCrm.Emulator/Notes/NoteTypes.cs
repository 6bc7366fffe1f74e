namespace AmoCrm.Emulator.Notes;

/// <summary>The note types that can be written: their params, and the events they cause (catalogue 1.13).</summary>
internal static class NoteTypes
{
    private static readonly Shape Call = Shape.ObjectOf(
        new Member("uniq", Shape.Text),
        new Member("duration", Shape.IntOrText),
        new Member("source", Shape.Text),
        new Member("link", Shape.Text),
        new Member("phone", Shape.IntOrText),
        new Member("call_responsible", Shape.IntOrText, Nullable: true),
        new Member("call_result", Shape.Text),
        new Member("call_status", Shape.Int));

    private static readonly Shape Service = Shape.ObjectOf(
        new Member("service", Shape.Text, Required: true),
        new Member("text", Shape.Text, Required: true));

    private static readonly Shape Sms = Shape.ObjectOf(
        new Member("text", Shape.Text, Required: true),
        new Member("phone", Shape.IntOrText, Required: true));

    private static readonly Dictionary<string, (Shape Params, string Event)> Known = new(StringComparer.Ordinal)
    {
        ["common"] = (Shape.ObjectOf(new Member("text", Shape.Text, Required: true)), "common_note_added"),
        ["call_in"] = (Call, "incoming_call"),
        ["call_out"] = (Call, "outgoing_call"),
        ["service_message"] = (Service, "service_note_added"),
        ["extended_service_message"] = (Service, "service_note_added"),
        ["message_cashier"] = (Shape.ObjectOf(
            new Member("status", Shape.Choice("created", "shown", "canceled"), Required: true),
            new Member("text", Shape.Text, Required: true)), "message_to_cashier_note_added"),
        ["geolocation"] = (Shape.ObjectOf(
            new Member("text", Shape.Text, Required: true),
            new Member("address", Shape.Text, Required: true),
            new Member("longitude", Shape.TextOrNumber, Required: true),
            new Member("latitude", Shape.TextOrNumber, Required: true)), "geo_note_added"),
        ["sms_in"] = (Sms, "incoming_sms"),
        ["sms_out"] = (Sms, "outgoing_sms"),
        ["attachment"] = (Shape.ObjectOf(
            new Member("version_uuid", Shape.Text, Required: true),
            new Member("file_uuid", Shape.Text, Required: true),
            new Member("file_name", Shape.Text, Required: true),
            new Member("original_name", Shape.Text),
            new Member("text", Shape.Text),
            new Member("is_drive_attachment", Shape.Flag)), "attachment_note_added"),
    };

    public static Shape? ParamsOf(string type) => Known.TryGetValue(type, out var known) ? known.Params : null;

    public static string EventOf(string type) => Known[type].Event;
}
