package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads rows of the table `person`, with the sites of the person in a column `sites`.
final class PersonRowStore {

    /// SQL of the user id of a person.
    static final String USER = "coalesce(p.foreign_user, cast(p.external_id as varchar(128)))";

    static final String COLUMNS =
            "p.id, p.company_id, " + USER + " as user_id, p.kind, p.name, p.email, p.phone, p.host, p.note, p.sample,"
                    + " p.expires_at, p.created_at, p.removed_at,"
                    + " (select listagg(cast(s.site_id as varchar(36)), ',') from person_site s where s.person_id = p.id)"
                    + " as sites, ";

    /// The face of a row: an associated photo first, then in the order of their positions.
    static final String LISTED = "select p.id, p.name, p.kind, p.standing, p.host, p.email, p.phone, p.created_at,"
            + " (select listagg(cast(s.site_id as varchar(36)), ',') from person_site s where s.person_id = p.id)"
            + " as sites, (select h.id from photo h left join indexed_face f on f.photo_id = h.id"
            + " where h.person_id = p.id and h.removed_at is null order by case f.state when 'ASSOCIATED' then 0 when 'REFUSED' then 2 else 1 end,"
            + " h.place, h.id fetch first 1 rows only) as face"
            + ", %s from person p where p.id in (<ids>) and p.removed_at is null and ";

    private PersonRowStore() {}

    /// Does not look at the checksum.
    static Person person(ResultSet rows) throws SQLException {
        return new Person(
                new PersonId(rows.getObject("id", UUID.class)),
                new CompanyId(rows.getString("company_id")),
                rows.getString("user_id"),
                PersonKind.valueOf(rows.getString("kind")),
                rows.getString("name"),
                contact(rows),
                sites(rows),
                rows.getString("note"),
                Sql.instant(rows.getObject("expires_at", OffsetDateTime.class)),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                Sql.instant(rows.getObject("removed_at", OffsetDateTime.class)),
                rows.getBoolean("sample"));
    }

    /// Ids that are joined by commas; null for none.
    static Set<SiteId> sites(ResultSet rows) throws SQLException {
        return Optional.ofNullable(rows.getString("sites")).stream()
                .flatMap(ids -> Arrays.stream(ids.split(",", -1)))
                .map(SiteId::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// An entry of the list of people.
    static PersonPage.Row listed(ResultSet rows) throws SQLException {
        return new PersonPage.Row(
                new PersonId(rows.getObject("id", UUID.class)),
                rows.getString("name"),
                PersonKind.valueOf(rows.getString("kind")),
                sites(rows),
                EnrolmentStatus.State.valueOf(rows.getString("standing")),
                contact(rows).detail(),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rows.getObject("face", UUID.class)).map(PhotoId::new));
    }

    private static Contact contact(ResultSet rows) throws SQLException {
        return new Contact(rows.getString("email"), rows.getString("phone"), rows.getString("host"));
    }
}
